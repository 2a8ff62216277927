import type { EventSubscriber } from '#app/jobs/job.ts'

const rewardReferral: EventSubscriber = {
  name: 'advocacy.reward-referral',
  load: () => import('#app/advocacy/rewards/earn-rewards.server.ts').then((file) => file.rewardReferral),
}

const rewardAsk: EventSubscriber = {
  name: 'advocacy.reward-ask',
  load: () => import('#app/advocacy/rewards/earn-rewards.server.ts').then((file) => file.rewardAsk),
}

/** What earns a reward, or takes back what isn't issued yet. */
export const rewardSubscribers: Record<string, EventSubscriber[]> = {
  'advocacy.referral_qualified': [rewardReferral],
  'advocacy.referral_won': [rewardReferral],
  'advocacy.referral_reopened': [rewardReferral],
  'advocacy.referral_rejected': [rewardReferral],
  'advocacy.ask_done': [rewardAsk],
}
