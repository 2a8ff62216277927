import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'

/*
 * The design tokens: the one place where a colour, a size or a radius is chosen. Colours are CSS variables, so that
 * dark is one switch (`data-theme` on <html>, else what the system prefers); `test/ui` checks their contrast.
 *
 * Surfaces   canvas (page) · surface (cards) · sunken (wells, table heads) · line (borders) · control (borders of inputs)
 * Text       ink · muted · faint (still 4.5 : 1)
 * Accent     accent (text, icons and fills) · accent-hover · accent-tint (quiet background) · on-accent (text on a fill)
 * Classes    promoter, passive, detractor: DEFAULT for text · -mark for shapes · -tint for backgrounds
 * Status     success, warning, danger, info: DEFAULT for text · -tint · danger-fill / on-danger for a dangerous button
 * Type       text-xs 12 · text-sm and text-base 14 · text-lg 16 (the customer's words) · text-xl 20 (titles) · text-hero 32
 */
export const light = {
  canvas: '#faf9f7',
  surface: '#ffffff',
  sunken: '#f3f1ed',
  line: '#e2ded6',
  control: '#8a8378',
  ink: '#1f1c18',
  muted: '#57524a',
  faint: '#6b655c',
  accent: '#3b389c',
  'accent-hover': '#2c2a7a',
  'accent-tint': '#ecebf9',
  'on-accent': '#ffffff',
  promoter: '#00634a',
  'promoter-mark': '#009e73',
  'promoter-tint': '#dff3ec',
  passive: '#664f1f',
  'passive-mark': '#a48545',
  'passive-tint': '#f4eddc',
  detractor: '#9b3800',
  'detractor-mark': '#d55e00',
  'detractor-tint': '#fbe8dc',
  success: '#00634a',
  'success-tint': '#dff3ec',
  warning: '#714c00',
  'warning-tint': '#f9edcf',
  danger: '#a3201a',
  'danger-tint': '#fbe6e4',
  'danger-fill': '#b3261e',
  'on-danger': '#ffffff',
  info: '#2b4a8f',
  'info-tint': '#e5ecf9',
  shadow: '#1f1c1826',
}

export const dark: typeof light = {
  canvas: '#171512',
  surface: '#1f1d19',
  sunken: '#292621',
  line: '#3a362f',
  control: '#8a8378',
  ink: '#f2efe9',
  muted: '#bdb6aa',
  faint: '#a59e92',
  accent: '#b1affa',
  'accent-hover': '#cdccff',
  'accent-tint': '#2b294d',
  'on-accent': '#17152e',
  promoter: '#66d3b0',
  'promoter-mark': '#2fb58a',
  'promoter-tint': '#12352b',
  passive: '#dcc189',
  'passive-mark': '#b8995a',
  'passive-tint': '#373120',
  detractor: '#ffa270',
  'detractor-mark': '#e8762f',
  'detractor-tint': '#412617',
  success: '#66d3b0',
  'success-tint': '#12352b',
  warning: '#eac26a',
  'warning-tint': '#3d3117',
  danger: '#ffa299',
  'danger-tint': '#46221e',
  'danger-fill': '#ffa299',
  'on-danger': '#2b0d0a',
  info: '#a9c3fb',
  'info-tint': '#22304d',
  shadow: '#00000080',
}

const variables = (theme: typeof light) =>
  Object.fromEntries(Object.entries(theme).map(([name, value]) => [`--${name}`, value]))

const colour = (name: keyof typeof light) => `var(--${name})`
const family = (name: 'promoter' | 'passive' | 'detractor') => ({
  DEFAULT: colour(name),
  mark: colour(`${name}-mark`),
  tint: colour(`${name}-tint`),
})
const status = (name: 'success' | 'warning' | 'info') => ({ DEFAULT: colour(name), tint: colour(`${name}-tint`) })

export default {
  content: [],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      inherit: 'inherit',
      canvas: colour('canvas'),
      surface: colour('surface'),
      sunken: colour('sunken'),
      line: colour('line'),
      control: colour('control'),
      ink: colour('ink'),
      muted: colour('muted'),
      faint: colour('faint'),
      accent: { DEFAULT: colour('accent'), hover: colour('accent-hover'), tint: colour('accent-tint') },
      'on-accent': colour('on-accent'),
      promoter: family('promoter'),
      passive: family('passive'),
      detractor: family('detractor'),
      success: status('success'),
      warning: status('warning'),
      danger: { DEFAULT: colour('danger'), tint: colour('danger-tint'), fill: colour('danger-fill') },
      'on-danger': colour('on-danger'),
      info: status('info'),
    },
    fontFamily: {
      sans: [
        '-apple-system',
        '"Segoe UI"',
        '"Hiragino Sans"',
        '"Noto Sans JP"',
        '"Yu Gothic UI"',
        'Meiryo',
        'sans-serif',
      ],
      mono: ['ui-monospace', '"SF Mono"', 'Menlo', 'Consolas', 'monospace'],
    },
    fontSize: {
      xs: ['0.75rem', '1rem'],
      sm: ['0.875rem', '1.25rem'],
      base: ['0.875rem', '1.25rem'],
      lg: ['1rem', '1.5rem'],
      xl: ['1.25rem', '1.75rem'],
      hero: ['2rem', '2.5rem'],
    },
    borderRadius: { none: '0', sm: '4px', DEFAULT: '6px', md: '6px', lg: '10px', full: '9999px' },
    boxShadow: { none: 'none', float: '0 8px 24px var(--shadow)' },
    extend: {
      maxWidth: { content: '80rem', prose: '40rem' },
      transitionDuration: { DEFAULT: '140ms' },
    },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({
        ':root': { ...variables(light), 'color-scheme': 'light' },
        '@media screen and (prefers-color-scheme: dark)': {
          ':root:not([data-theme="light"])': { ...variables(dark), 'color-scheme': 'dark' },
        },
        // Paper is white, whatever the screen.
        '@media screen': { ':root[data-theme="dark"]': { ...variables(dark), 'color-scheme': 'dark' } },
      })
    }),
  ],
} satisfies Config
