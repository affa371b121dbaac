import type { PictureMark } from '../dossier-tree'
import { type Xml, xml } from '../../markup/xml'

const SVG_BLIP = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}'
/** The yellow of a marker, through which the print can be read. */
const MARKER = xml`<a:solidFill><a:srgbClr val="FFE14D"><a:alpha val="42000"/></a:srgbClr></a:solidFill>`

/** A picture in a Word document (ECMA-376 Part 1, 20.1 and 20.4). */
export type Drawing = {
  /** Unique in the document. */
  readonly number: number
  readonly alt: string
  /** In English Metric Units. */
  readonly width: number
  readonly height: number
  /** Relation of the picture, and of the same as SVG where there is one. */
  readonly picture: string
  readonly svg: string | null
  /** Lines that are marked in it. */
  readonly marks: readonly PictureMark[]
}

/** A picture in the line, with the words for those who do not see it. Marked lines lie over it; a program that knows no groups shows the picture alone. */
export function drawingRun(drawing: Drawing): Xml {
  const alone = inline(
    drawing,
    xml`<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">${picture(drawing)}</a:graphicData>`,
  )
  if (drawing.marks.length === 0) return xml`<w:r>${alone}</w:r>`
  const { width, height } = drawing
  const group = xml`
    <a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">
      <wpg:wgp>
        <wpg:cNvGrpSpPr/>
        <wpg:grpSpPr>
          <a:xfrm>
            <a:off x="0" y="0"/>
            <a:ext cx="${width}" cy="${height}"/>
            <a:chOff x="0" y="0"/>
            <a:chExt cx="${width}" cy="${height}"/>
          </a:xfrm>
        </wpg:grpSpPr>
        ${picture(drawing)}
        ${drawing.marks.map((mark) => marker(mark, drawing))}
      </wpg:wgp>
    </a:graphicData>
  `
  return xml`
    <w:r>
      <mc:AlternateContent>
        <mc:Choice Requires="wpg">${inline(drawing, group)}</mc:Choice>
        <mc:Fallback>${alone}</mc:Fallback>
      </mc:AlternateContent>
    </w:r>
  `
}

const inline = ({ number, alt, width, height }: Drawing, content: Xml): Xml =>
  xml`
    <w:drawing>
      <wp:inline distT="0" distB="0" distL="0" distR="0">
        <wp:extent cx="${width}" cy="${height}"/>
        <wp:docPr id="${number}" name="Picture ${number}" descr="${alt}"/>
        <a:graphic>${content}</a:graphic>
      </wp:inline>
    </w:drawing>
  `

const picture = ({ number, alt, width, height, picture: relation, svg }: Drawing): Xml =>
  xml`
    <pic:pic>
      <pic:nvPicPr><pic:cNvPr id="${number}" name="Picture ${number}" descr="${alt}"/><pic:cNvPicPr/></pic:nvPicPr>
      <pic:blipFill>
        <a:blip r:embed="${relation}">
          ${
            svg !== null &&
            xml`
            <a:extLst>
              <a:ext uri="${SVG_BLIP}">
                <asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${svg}"/>
              </a:ext>
            </a:extLst>
          `
          }
        </a:blip>
        <a:stretch><a:fillRect/></a:stretch>
      </pic:blipFill>
      <pic:spPr>
        ${placed(0, 0, width, height)}
        ${svg === null && xml`<a:ln w="6350"><a:solidFill><a:srgbClr val="C9C5B9"/></a:solidFill></a:ln>`}
      </pic:spPr>
    </pic:pic>
  `

const marker = (mark: PictureMark, { number, width, height }: Drawing): Xml =>
  xml`
    <wps:wsp>
      <wps:cNvPr id="${number}" name="Marked"/>
      <wps:cNvSpPr/>
      <wps:spPr>
        ${placed(mark.left * width, mark.top * height, mark.width * width, mark.height * height)}
        ${MARKER}
        <a:ln><a:noFill/></a:ln>
      </wps:spPr>
      <wps:bodyPr/>
    </wps:wsp>
  `

const placed = (left: number, top: number, width: number, height: number): Xml => xml`
  <a:xfrm>
    <a:off x="${Math.round(left)}" y="${Math.round(top)}"/>
    <a:ext cx="${Math.round(width)}" cy="${Math.round(height)}"/>
  </a:xfrm>
  <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
`
