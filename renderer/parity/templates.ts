import inventories from '../../resources/parity/ai-inventories.json'
import { type ParityTemplate, readParityTemplate } from '@shared/parity/template'

/** What ships: the inventories of AI uses. It is checked like a file from outside, so that a fault of it is told and not shown. */
const shipped = readParityTemplate(inventories)
export const SHIPPED_TEMPLATE: ParityTemplate | null = shipped.ok ? shipped.value : null
