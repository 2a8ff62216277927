/** What a visitor sees while the demo is loaded, in both languages: nobody is signed in yet. It looks again by itself. */
export const holdingPage = (share: number): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="2">
<title>Koe</title>
<h1>Koe</h1>
<p>The demo is being loaded. This page goes on by itself.</p>
<p lang="ja">デモデータを読み込んでいます。完了すると自動で切り替わります。</p>
<p><progress max="100" value="${Math.round(share * 100)}"></progress> ${Math.round(share * 100)} %</p>
</html>
`
