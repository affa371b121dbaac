const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets): control characters, halves of pairs, and two that are no characters. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu
/** Control characters other than tab and line ends: HTML cannot hold them. */
const NOT_HTML = /[^\P{Cc}\t\n\r]/gu

/** Text as the content of an element or an attribute in double quotes of XML; what XML cannot hold becomes U+FFFD. */
export const escapedXml = (text: string): string => text.replace(NOT_XML, '\ufffd').replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char)

/** Text as the content of an element or a quoted attribute of HTML; what HTML cannot hold becomes U+FFFD. */
export const escapedHtml = (text: string): string => text.replace(NOT_HTML, '\ufffd').replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char)
