import type { Sayings } from '#app/demo/topics.ts'

export const sayingsEn: Sayings = {
  speed: {
    low: [
      'The ticket list takes [eight|ten|fifteen] seconds to open [every morning|whenever we filter by customer]. My team has started keeping a spreadsheet instead.',
      'Search is painfully slow [with our volume of tickets|since the spring]. People give up and ask a colleague.',
      'Saving a form sometimes hangs for half a minute and we never know whether it went through.',
      'Everything slows down [at month end|on Monday mornings], which is exactly when we need it.',
    ],
    mid: [
      'Works well in general, but the [dashboard|customer page] could load faster.',
      'Speed has improved since last year. Large lists are still a bit sluggish.',
      'Fine for day-to-day work. Bulk edits take longer than they should.',
      'Good tool, though the mobile view is slow on a [weak|warehouse] connection.',
    ],
    high: [
      'It is fast. [Twenty|Thirty] agents work in it all day and nobody complains, which says a lot.',
      'Search finds what I need before I have finished typing. That alone saves us [an hour|half an hour] a day.',
      'Pages open instantly, even with [three|five] years of our history in there.',
      'The speed-up this year was very noticeable. Our queue moves faster because the tool does.',
    ],
  },
  support: {
    low: [
      'We waited [four|six] days for an answer, and then it was a link to an article we had already read.',
      'Each reply comes from a different person who asks the same questions again.',
      'Support is polite but cannot fix anything. Our ticket from [March|last quarter] is still open.',
      'When something urgent happens [in the evening|in our afternoon], nobody is there. We run two shifts.',
    ],
    mid: [
      'Support is friendly and usually helpful, just not always quick.',
      'Answers are good once we reach the right person. Getting there takes a while.',
      'Mostly fine. It would help to see the status of our open requests ourselves.',
      'First replies are fast, the actual solutions less so.',
    ],
    high: [
      'Your support team is outstanding. [Questions|Problems] are answered by people who clearly know the product.',
      'I wrote on a [Friday afternoon|Monday morning] and had a fix within the hour. Thank you.',
      'Support treats us like a large customer although we are a small one.',
      'They did not just answer, they called back [two days|a week] later to check that it still worked.',
    ],
  },
  price: {
    low: [
      'The renewal came with a [12|15|18] % increase and no explanation of what we get for it.',
      'Paying per seat does not fit us any more. Half of our users sign in [once a month|only for approvals].',
      'Features we used to have are now in a higher plan. That does not feel fair.',
      'We compared [two|three] vendors this spring and you are the most expensive for what we use.',
    ],
    mid: [
      'Solid product, on the expensive side for a company of our size.',
      'Worth it for the support team, hard to justify for occasional users.',
      'The price is acceptable. The invoice could be easier to understand.',
      'Good value overall, but I would like a cheaper seat for people who only read.',
    ],
    high: [
      'Good value. We replaced [two|three] tools with yours and pay less than before.',
      'Pricing is clear, no surprises on the invoice in [two|three] years.',
      'It paid for itself within [five|eight] months, and I have the numbers to prove it.',
      'Easy to defend in every budget round, because everybody sees what it saves.',
    ],
  },
  onboarding: {
    low: [
      'Onboarding took [four|five] months instead of the six weeks we were promised.',
      'After the kick-off we were left alone with the configuration. New colleagues still do not know where to start.',
      'Moving our old data over was a nightmare. [A fifth|A quarter] of the records had to be corrected by hand.',
      'The training was a tour of menus. Nobody looked at how we actually work.',
    ],
    mid: [
      'The start was a bit bumpy, it runs well now.',
      'Good introduction for administrators, too little for the people who use it every day.',
      'Getting going was quick. I would have liked a follow-up session after [a month|six weeks].',
      'We are still finding features that somebody should have shown us on day one.',
    ],
    high: [
      'The smoothest rollout I have been part of. [Live in five weeks|Two sites live in a month], as promised.',
      'Training was built around our own cases, so people were productive on day one.',
      'Data migration just worked, and somebody stayed on the phone until the last check was done.',
      'New colleagues find their way in a morning. We hardly need to train anybody.',
    ],
  },
  reports: {
    low: [
      'The reports do not match the numbers in the list view. I cannot show that to my board.',
      'Exporting is limited to [5,000|10,000] rows, so every month somebody stitches files together by hand.',
      'I cannot filter a report by [contract|site]. We export to Excel for the simplest question.',
      'The scheduled report arrived [twice|three times] with last month’s figures. We noticed, you did not.',
    ],
    mid: [
      'Reporting covers the basics. I would like to combine [two periods|two teams] in one chart.',
      'The standard reports are good, custom ones need too much clicking.',
      'Export works, but the column order changes now and then and breaks our macros.',
      'Nice charts. A way to comment on them for my manager would make it complete.',
    ],
    high: [
      'The monthly report goes straight to our board without any rework.',
      'I finally see [which customers wait the longest|where time is lost] without asking IT.',
      'Filters and exports do exactly what one expects. Our [analyst|controller] loves it.',
      'Reports that used to take me [two days|an afternoon] are there when I arrive in the morning.',
    ],
  },
  integrations: {
    low: [
      'The connection to our [ERP|CRM] breaks every few weeks and nobody is told. We find out from customers.',
      'The API limits are too tight for a company of our size, and raising them costs extra.',
      'We were told at signing that single sign-on was included. It took [three|four] months to get it working.',
      'Calendar sync creates duplicates. We switched it off.',
    ],
    mid: [
      'The API is fine. Webhooks for [status changes|new comments] would save us a lot of polling.',
      'Integration with our mail works well, with the phone system less so.',
      'It does what it should. Setting up the connector needed more help than expected.',
      'A ready-made connector for our [warehouse system|accounting software] is missing.',
    ],
    high: [
      'Connected to our [ERP|CRM] in an afternoon. It has not failed once since.',
      'The API is clean and well thought through; our developers were done in [two days|a week].',
      'Everything flows into our own data warehouse without a single manual step.',
      'Single sign-on was set up during one call. That is how it should be.',
    ],
  },
  reliability: {
    low: [
      'The outage in the middle of our working day cost us [half a shift|four hours], and the status page stayed green.',
      'We were signed out [again and again|several times a day] and lost text that was already typed.',
      'Third interruption this quarter. I have to explain to my own customers why we could not answer them.',
      'After the last update attachments disappeared. They came back, the trust has not yet.',
    ],
    mid: [
      'Stable most of the time. The outage is not forgotten, but you handled it openly afterwards.',
      'Better than last year. Please announce maintenance [a week|a few days] earlier.',
      'Reliable on the desktop; the app still loses its connection now and then.',
      'No big problems, some small hiccups after updates.',
    ],
    high: [
      'Rock solid. I cannot remember when we last had a problem.',
      'After the difficult [spring|quarter] you told us plainly what happened and fixed it. That earned our trust.',
      'It simply works, every day, at all [three|five] of our sites.',
      'Even our night shift has stopped keeping paper forms as a fallback.',
    ],
  },
  ui: {
    low: [
      'The new layout hides the two buttons we use most behind a menu. Who asked for that?',
      'Too many clicks. Closing a simple request takes [seven|nine] of them.',
      'Screens look different in every module, so occasional users get lost.',
      'On a laptop half of the form is below the fold and the save button with it.',
    ],
    mid: [
      'Clear enough, a little crowded on small screens.',
      'I like the new design, though I had to search for [the filters|my saved views] at first.',
      'Good to work with. Keyboard shortcuts for [assigning|closing] would be welcome.',
      'Pleasant interface. Text could be larger in the lists.',
    ],
    high: [
      'So easy to use that we skipped the training for [seasonal|new] staff.',
      'The clearest screens of any tool we use. My team asked to move the other processes over, too.',
      'Everything is where I expect it. I rarely have to think about the tool at all.',
      'Whoever designed the queue has worked in support. It shows.',
    ],
  },
  docs: {
    low: [
      'The documentation describes a version we do not have. Screenshots are from [two|three] years ago.',
      'Error messages give a code that cannot be found anywhere in the help.',
      'We had to work out the permission model by trial and error.',
      'Release notes are so vague that we learn of changes from our users.',
    ],
    mid: [
      'Help articles are decent, the search in them is not.',
      'More examples for [administrators|the API] would be useful.',
      'The videos are good. I would prefer text that I can skim.',
      'Documentation is fine for beginners, thin for advanced questions.',
    ],
    high: [
      'The help pages are excellent. Most questions never become tickets.',
      'Release notes tell us what changes and why, in plain words. Other vendors could learn from that.',
      'Documentation with real examples. We set up [automation|the approval flow] without calling anybody.',
      'Short, honest, up to date: your docs are a reason we renewed.',
    ],
  },
  manager: {
    low: [
      'We are on our [third|fourth] account manager in two years. Each time we start from zero.',
      'Nobody has called us since we signed, except about the renewal.',
      'Promises made in the review meeting in [spring|autumn] were never followed up.',
      'We only hear from you when there is something to sell.',
    ],
    mid: [
      'Our contact is helpful when asked. I would like to be asked a bit more often.',
      'Good meetings, the notes afterwards could be more binding.',
      'Nice people. A clearer plan for the next [quarter|half-year] would help me internally.',
      'Regular check-ins are useful, they tend to be moved a lot.',
    ],
    high: [
      'Our account manager knows our business and tells us when something is not for us. That is rare.',
      'The quarterly review is the one vendor meeting I look forward to.',
      'Emma’s team brings ideas from other customers that we can use [the same week|right away].',
      'We feel like a partner, not like a licence number.',
    ],
  },
}

/** Said after it by some. Low: furious at 0–3, weary at 4–6. */
export const tailsEn = {
  furious: [
    'We are looking at alternatives.',
    'I could not recommend this to anyone right now.',
    'Please have somebody call me.',
    'If this goes on we will not renew.',
    'My team is fed up, frankly.',
  ],
  weary: [
    'Please look into it.',
    'I hope this gets better soon.',
    'The idea behind the product is good, which makes it more annoying.',
    'Otherwise it does its job.',
    'We have reported this before.',
  ],
  mid: ['Keep going.', 'Overall we are content.', 'No big complaints.', 'With that it would be a nine.', ''],
  high: ['Thank you!', 'Please keep it this way.', 'Happy to talk to others about it.', 'Highly recommended.', ''],
} as const
