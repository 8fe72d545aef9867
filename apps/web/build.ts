import { join } from "node:path"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import tailwind from "bun-plugin-tailwind"
import { mkdir, rm } from "node:fs/promises"

const source = join(import.meta.dir, "src")
const dist = join(import.meta.dir, "dist")

const COMPRESSIBLE = /\.(html|js|css|svg|json|txt)$/

/** Builds the page into `dist`: hashed names, a chunk for each lazy page, .br and .gz beside each. */
export async function buildWeb(): Promise<{ files: number; bytes: number }> {
  await rm(dist, { recursive: true, force: true })
  await mkdir(dist, { recursive: true })
  const [page, firstPaint] = await Promise.all([buildPage(), buildFirstPaint()])
  for (const output of [...page.outputs, ...firstPaint.outputs]) {
    if (output.path.endsWith(".html"))
      await Bun.write(output.path, await withFirstPaint(output, firstPaint))
    await compress(output.path)
  }
  return {
    files: page.outputs.length + firstPaint.outputs.length,
    bytes: page.outputs.reduce((sum, output) => sum + output.size, 0),
  }
}

function buildPage() {
  return Bun.build({
    entrypoints: [join(source, "index.html")],
    outdir: dist,
    target: "browser",
    splitting: true,
    minify: true,
    publicPath: "/",
    define: { "process.env.NODE_ENV": '"production"' },
    naming: { chunk: "assets/[name]-[hash].[ext]", asset: "assets/[name]-[hash].[ext]" },
    plugins: [tailwind],
  })
}

function buildFirstPaint() {
  return Bun.build({
    entrypoints: [join(source, "app/theme/first-paint.ts")],
    outdir: dist,
    target: "browser",
    format: "iife",
    minify: true,
    naming: { entry: "assets/[name]-[hash].[ext]" },
  })
}

/** The bundler gathers all scripts of a page into one that runs late; this one must run first. */
async function withFirstPaint(html: Blob, firstPaint: Bun.BuildOutput): Promise<string> {
  const script = firstPaint.outputs[0]?.path.slice(dist.length)
  return (await html.text()).replace("</title>", `</title><script src="${script}"></script>`)
}

async function compress(path: string) {
  if (!COMPRESSIBLE.test(path)) return
  const bytes = await Bun.file(path).bytes()
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  await Promise.all([
    Bun.write(`${path}.br`, brotliCompressSync(bytes, { params: quality })),
    Bun.write(`${path}.gz`, gzipSync(bytes, { level: 9 })),
  ])
}

if (import.meta.main) {
  const started = performance.now()
  const { files, bytes } = await buildWeb()
  const seconds = ((performance.now() - started) / 1000).toFixed(2)
  console.log(`Built ${files} files, ${Math.round(bytes / 1024)} kB, in ${seconds} s`)
}
