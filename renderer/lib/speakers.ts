import type { Readout, Side, Speaker } from '../../engine/model.ts'
import { words } from '../words/words.ts'

/** What whoever may say something is called. */
export const speakerNames = ({ us, cn }: Readonly<Record<Side, Readout>>): Record<Speaker, string> => ({
  us: us.partyName,
  cn: cn.partyName,
  both: words.ui.bothSides,
  narrator: words.ui.ownVoice
})
