import { type Xml, xml } from './xml'

const SVG_BLIP = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}'

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
}

/** A picture in the line, with the words for those who do not see it. */
export const drawingRun = ({ number, alt, width, height, picture, svg }: Drawing): Xml =>
  xml`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr id="${number}" name="Picture ${number}" descr="${alt}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${number}" name="Picture ${number}" descr="${alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${picture}">${svg !== null && xml`<a:extLst><a:ext uri="${SVG_BLIP}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${svg}"/></a:ext></a:extLst>`}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="C9C5B9"/></a:solidFill></a:ln></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
