import { answeringErrors } from '#app/answering/words.ts'
import { recoveryErrors } from '#app/cases/recovery/words.ts'
import { emailErrors } from '#app/email/words.ts'
import { jobErrors } from '#app/jobs/words.ts'
import { accountsErrors } from '#app/accounts/words.ts'
import type { Word } from '#app/platform/words.ts'
import { accessErrors } from '#app/access/words.ts'
import { deliveryErrors } from '#app/delivery/words.ts'
import { doorErrors } from '#app/surveys/doors/door-words.ts'
import { surveyErrors } from '#app/surveys/words.ts'
import { topicErrors } from '#app/responses/topic-words.ts'
import { responseErrors } from '#app/responses/integrity-words.ts'
import { fileErrors } from '#app/cases/files/words.ts'
import { playbookErrors } from '#app/cases/playbooks/words.ts'
import { replyErrors } from '#app/cases/replies/words.ts'
import { routingErrors } from '#app/cases/routing/words.ts'
import { slaErrors } from '#app/cases/sla/words.ts'
import { caseErrors } from '#app/cases/words.ts'
import { askingErrors } from '#app/advocacy/asking/words.ts'
import { rateErrors } from '#app/advocacy/rates/words.ts'
import { listErrors } from '#app/advocacy/lists/words.ts'
import { askErrors } from '#app/advocacy/catalogue/words.ts'
import { referralErrors } from '#app/advocacy/referrals/words.ts'
import { quoteErrors } from '#app/advocacy/quotes/words.ts'
import { companyErrors } from '#app/advocacy/company/words.ts'
import { rewardErrors } from '#app/advocacy/rewards/words.ts'
import { taskErrors } from '#app/advocacy/tasks/words.ts'
import { advocacyErrors } from '#app/advocacy/words.ts'
import { demoErrors } from '#app/demo/words.ts'
import { integrationErrors } from '#app/integrations/words.ts'
import { monthlyErrors } from '#app/insights/monthly/monthly-settings-words.ts'
import { voiceErrors } from '#app/voices/words.ts'
import { platformErrors } from '#app/platform/http/words.ts'

/** Every code that a Refusal may carry, in words: each room adds its own. */
export const errorWords: Record<string, Word> = {
  ...platformErrors,
  ...accountsErrors,
  ...jobErrors,
  ...emailErrors,
  ...surveyErrors,
  ...doorErrors,
  ...deliveryErrors,
  ...topicErrors,
  ...responseErrors,
  ...answeringErrors,
  ...accessErrors,
  ...caseErrors,
  ...fileErrors,
  ...playbookErrors,
  ...replyErrors,
  ...recoveryErrors,
  ...routingErrors,
  ...slaErrors,
  ...advocacyErrors,
  ...askErrors,
  ...companyErrors,
  ...taskErrors,
  ...askingErrors,
  ...listErrors,
  ...rateErrors,
  ...referralErrors,
  ...quoteErrors,
  ...rewardErrors,
  ...integrationErrors,
  ...voiceErrors,
  ...monthlyErrors,
  ...demoErrors,
}
