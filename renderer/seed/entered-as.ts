import { type Command, defineCommand } from '@shared/storage/command'

/**
 * The same command, whose records are entered under another name. The custody log still says who did it: Vouch, which put the
 * samples in. Nobody is to take a sample judgement for one of the program's or of the researcher's.
 */
export const enteredAs = <Input>(author: string, command: Command<Input>): Command<Input> => defineCommand({ ...command, decide: (input, context) => command.decide(input, { ...context, actor: author }) })
