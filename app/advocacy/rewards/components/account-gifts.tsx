import { GiftSwitch } from '#app/advocacy/rewards/components/gift-switch.tsx'
import type { giftsOf } from '#app/advocacy/rewards/get-reward.server.ts'
import { giftWords as words } from '#app/advocacy/rewards/words.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'

/** Whether the people of an account may accept gifts. */
export function AccountGifts({ accountId, of }: { accountId: string; of: Awaited<ReturnType<typeof giftsOf>> }) {
  const t = useT()
  return (
    <Card title={t(words.gifts)}>
      <GiftSwitch party={`acc:${accountId}`} {...of} />
    </Card>
  )
}
