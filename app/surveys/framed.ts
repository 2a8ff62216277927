/** A whole page of a customer for a frame of the staff's: no script, no form, nothing from elsewhere but pictures. */
export function framed(html: string, styleSrc: string): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; ${styleSrc}; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
      'x-frame-options': 'SAMEORIGIN',
    },
  })
}
