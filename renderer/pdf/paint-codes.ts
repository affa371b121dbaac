/** Codes of the drawing operators that matter for what hides and what is hidden; pdf.js's `OPS` has them. */
export type PaintCodes = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'setGState'
    | 'setLineWidth'
    | 'setFillRGBColor'
    | 'setFillTransparent'
    | 'setFillColorN'
    | 'setStrokeRGBColor'
    | 'clip'
    | 'eoClip'
    | 'beginText'
    | 'setFont'
    | 'setTextMatrix'
    | 'moveText'
    | 'setLeadingMoveText'
    | 'nextLine'
    | 'setCharSpacing'
    | 'setWordSpacing'
    | 'setHScale'
    | 'setLeading'
    | 'setTextRise'
    | 'setTextRenderingMode'
    | 'showText'
    | 'constructPath'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'beginAnnotation'
    | 'endAnnotation',
    number
  >
> & { readonly fills: ReadonlySet<number>; readonly strokes: ReadonlySet<number>; readonly solidImages: ReadonlySet<number> }
