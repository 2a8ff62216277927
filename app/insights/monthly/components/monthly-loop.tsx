import { spanText } from '#app/insights/monthly/components/monthly-text.ts'
import type { Monthly } from '#app/insights/monthly/get-monthly.server.ts'
import type { Moved } from '#app/insights/monthly/list-moved.server.ts'
import { monthlyWords as words } from '#app/insights/monthly/monthly-words.ts'
import type { Rate } from '#app/statistics/rates.ts'
import { Card } from '#app/ui/card.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

/** What came of the unhappy answers: how many cases, how soon, and in time or not. */
export function MonthlyLoop({ loop, recovery }: Pick<Monthly, 'loop' | 'recovery'>) {
  const t = useT()
  const format = useFormat()
  const none = loop.opened === 0 && loop.closed === 0 && loop.left === 0
  const after = (minutes: number | null, n: number) =>
    minutes === null ? null : t(words.typically, { time: spanText(t, format, minutes), n: format.number(n) })
  return (
    <Card title={t(words.loop)} className="print:break-inside-avoid">
      {none ? (
        <p className="text-muted">{t(words.loopNone)}</p>
      ) : (
        <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-5">
          <Figure name={t(words.opened)} value={format.number(loop.opened)} />
          <Figure name={t(words.closed)} value={format.number(loop.closed)} />
          <Figure name={t(words.left)} value={format.number(loop.left)} />
          <Share
            name={t(words.firstContact)}
            rate={loop.contactedInTime}
            note={after(loop.contactMinutes, loop.contacted)}
          />
          <Share
            name={t(words.closedInTime, { n: loop.closeDays })}
            rate={loop.closedInTime}
            note={after(loop.closeMinutes, loop.closed)}
          />
          <Share
            name={t(words.recoveredAnswered)}
            rate={recovery.answered}
            none={t(words.nobodyAnswered)}
            note={null}
          />
          <Share name={t(words.recoveredClosed)} rate={recovery.closed} none={t(words.noneClosed)} note={null} />
        </dl>
      )}
    </Card>
  )
}

function Figure({ name, value, detail, note }: { name: string; value: string; detail?: string; note?: string | null }) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="text-xl font-semibold tabular-nums">{value}</dd>
      {detail ? <dd className="text-xs text-muted tabular-nums">{detail}</dd> : null}
      {note ? <dd className="text-xs text-muted tabular-nums">{note}</dd> : null}
    </div>
  )
}

function Share({ name, rate, note, none }: { name: string; rate: Rate | null; note: string | null; none?: string }) {
  const t = useT()
  const format = useFormat()
  const detail = rate
    ? t(words.shareDetail, {
        hits: format.number(Math.round(rate.value * rate.n)),
        n: format.number(rate.n),
        low: format.percent(rate.low),
        high: format.percent(rate.high),
      })
    : (none ?? t(words.noneDue))
  return <Figure name={name} value={rate ? format.percent(rate.value) : '–'} detail={detail} note={note} />
}

/** Who left and who came back, the largest first, with what they last answered. */
export function MonthlyMoved({ moved, currency }: { moved: Moved; currency: Monthly['currency'] }) {
  const t = useT()
  return (
    <Card title={t(words.moved)} className="print:break-inside-avoid">
      <div className="grid gap-6 sm:grid-cols-2">
        <Side title={t(words.lost)} side={moved.lost} currency={currency} />
        <Side title={t(words.won)} side={moved.won} currency={currency} />
      </div>
    </Card>
  )
}

function Side({ title, side, currency }: { title: string; side: Moved['lost']; currency: string }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <h3 className="text-xs text-muted">{title}</h3>
      <p className="tabular-nums">
        <span className="text-xl font-semibold">{format.number(side.n)}</span>{' '}
        <span className="text-muted">
          {side.n === 0
            ? t(words.movedNone)
            : side.arrBaseMinor > 0
              ? t(words.perYear, { money: format.money(side.arrBaseMinor, currency) })
              : null}
        </span>
      </p>
      <ul className="flex flex-col gap-1">
        {side.named.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <span className="font-medium">{one.name}</span>
            {one.arrBaseMinor ? (
              <span className="text-xs text-muted tabular-nums">{format.money(one.arrBaseMinor, currency)}</span>
            ) : null}
            {one.last ? (
              <span className="inline-flex items-center gap-1.5 text-xs text-muted">
                {t(words.lastSaid)}
                <ClassMark of={one.last.class} metric={one.last.metric} score={one.last.score} short />
                {format.month(one.last.day)}
              </span>
            ) : null}
          </li>
        ))}
        {side.n > side.named.length ? (
          <li className="text-xs text-muted">{t(words.others, { n: side.n - side.named.length })}</li>
        ) : null}
      </ul>
    </div>
  )
}
