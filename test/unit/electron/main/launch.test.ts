import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { launchArguments } from '../../../../electron/main/launch.ts'

const here = resolve('some', 'folder')

describe('the command line', () => {
  it('leaves the app folder out in a development run', () => {
    expect(launchArguments(['electron', '--no-sandbox', '.', 'us.txt', 'cn.txt'], true, here)).toEqual({
      sample: false,
      files: [resolve(here, 'us.txt'), resolve(here, 'cn.txt')],
      projects: []
    })
  })

  it('takes every word as a file in a packaged one', () => {
    expect(launchArguments(['Parallax', 'us.txt'], false, here).files).toEqual([resolve(here, 'us.txt')])
  })

  it('asks for the sample by a switch, among those of Chromium', () => {
    expect(
      launchArguments(['electron', '--inspect=0', '.', '--sample', '--disable-gpu'], true, here)
    ).toEqual({
      sample: true,
      files: [],
      projects: []
    })
  })

  it('tells projects from readouts by their ending', () => {
    expect(launchArguments(['Parallax', 'talks.PARALLAX', 'us.txt', 'call.parallax'], false, here)).toEqual({
      sample: false,
      files: [resolve(here, 'us.txt')],
      projects: [resolve(here, 'talks.PARALLAX'), resolve(here, 'call.parallax')]
    })
  })
})
