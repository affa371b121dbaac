// First page of a 1,000-page document: the workbench, already open, against a page with a bare PDFViewer.
import { longDocument } from './long-document.mjs'
import { median } from './workbench.mjs'

const REPETITIONS = 7

export async function benchFirstPage(executablePath) {
  const long = await longDocument(executablePath)
  const { page } = long.workbench

  const ours = []
  const bare = []
  for (let repetition = 0; repetition <= REPETITIONS; repetition += 1) {
    const bareMs = await long.openBare()
    // The clock runs in the page.
    await long.anew()
    const oursMs = await page.evaluate(
      (target) =>
        new Promise((done) => {
          const started = performance.now()
          const look = () =>
            document.querySelector('[data-drawn] canvas') === null ? requestAnimationFrame(look) : done(performance.now() - started)
          location.hash = target
          look()
        }),
      long.address,
    )
    // The first pair warms both up and is not counted.
    if (repetition > 0) {
      ours.push(oursMs)
      bare.push(bareMs)
    }
  }
  await long.close()
  const ratio = median(ours.map((ms, at) => ms / bare[at]))
  return [
    { what: 'first page of a 1,000-page document, workbench', value: `${median(ours).toFixed(0)} ms` },
    { what: 'the same in a bare PDFViewer', value: `${median(bare).toFixed(0)} ms` },
    {
      what: `workbench against bare (paired, median of ${REPETITIONS})`,
      value: `${ratio.toFixed(2)}x`,
      aim: 'at most 1.1x',
      met: ratio <= 1.1,
    },
  ]
}
