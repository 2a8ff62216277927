import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the browser. */
    chromium: string
    /** FONTCONFIG_PATH with Japanese glyphs. */
    fonts: string
  }
}

const glyphs = ['400Regular/BIZUDPGothic_400Regular.ttf', '700Bold/BIZUDPGothic_700Bold.ttf']

/** Unpacks the browser once per version and user, whole or not at all; the workers only read it. */
export default async function setup(project: TestProject) {
  const { version } = JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8')) as {
    version: string
  }
  const home = join(tmpdir(), `koe-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (!existsSync(home)) await unpack(home)
  project.provide('chromium', join(home, 'chromium'))
  project.provide('fonts', join(home, 'fonts'))
}

async function unpack(home: string) {
  const fresh = mkdtempSync(join(tmpdir(), 'koe-chromium-'))
  const before = process.env.TMPDIR
  process.env.TMPDIR = fresh // the package unpacks into the temporary folder and trusts whatever lies there
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  const fonts = join(fresh, 'fonts')
  for (const glyph of glyphs)
    copyFileSync(`node_modules/@expo-google-fonts/biz-udpgothic/${glyph}`, join(fonts, glyph.split('/')[1]!))
  const folders = [`<dir>${home}/fonts</dir>`, '<dir>/usr/share/fonts</dir>', `<cachedir>${home}/cache</cachedir>`]
  writeFileSync(
    join(fonts, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.join('')}</fontconfig>`,
  )
  try {
    renameSync(fresh, home)
  } catch {
    rmSync(fresh, { recursive: true, force: true }) // another run was first
  }
}
