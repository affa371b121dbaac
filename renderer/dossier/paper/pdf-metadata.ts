import { escapedXml } from '@shared/markup/escape'
import type { Timestamp } from '@shared/units/time'

export type PaperFacts = {
  readonly title: string
  readonly language: string
  readonly creator: string
  readonly at: Timestamp
  readonly pdfUa: boolean
}

/** The metadata of a PDF as XMP (ISO 16684-1). */
export function xmpOf({ title, language, creator, at, pdfUa }: PaperFacts): string {
  const moment = `${at.slice(0, 19)}Z`
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapedXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escapedXml(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${escapedXml(creator)}</xmp:CreatorTool>
<xmp:CreateDate>${moment}</xmp:CreateDate>
<xmp:ModifyDate>${moment}</xmp:ModifyDate>
<xmp:MetadataDate>${moment}</xmp:MetadataDate>
<pdf:Producer>${escapedXml(creator)}</pdf:Producer>${pdfUa ? '\n<pdfuaid:part>1</pdfuaid:part>' : ''}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}
