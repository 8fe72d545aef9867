// The elements and attributes that an SVG poster may have. Anything else is refused: nothing in here runs, waits, or asks anybody else.

const words = (text: string) => new Set(text.trim().split(/\s+/))

export const ELEMENTS = words(`
  svg g defs symbol use title desc style
  path rect circle ellipse line polyline polygon image
  text tspan textPath
  linearGradient radialGradient stop pattern clipPath mask marker
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
`)

export const ATTRIBUTES = words(`
  id class style lang role aria-label aria-hidden version type media
  x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy fr width height d points pathLength transform viewBox preserveAspectRatio
  href offset rotate textLength lengthAdjust startOffset method spacing side
  gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform
  clipPathUnits maskUnits maskContentUnits markerWidth markerHeight markerUnits refX refY orient
  filterUnits primitiveUnits in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX
  targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent azimuth elevation z
  pointsAtX pointsAtY pointsAtZ limitingConeAngle scale xChannelSelector yChannelSelector stdDeviation radius
  baseFrequency numOctaves seed stitchTiles tableValues slope intercept amplitude exponent
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-dasharray stroke-dashoffset color opacity display visibility overflow paint-order vector-effect
  clip-path clip-rule mask mask-type filter marker marker-start marker-mid marker-end mix-blend-mode isolation
  stop-color stop-opacity flood-color flood-opacity lighting-color color-interpolation color-interpolation-filters
  shape-rendering text-rendering image-rendering color-rendering enable-background transform-origin
  font-family font-size font-style font-weight font-variant font-stretch font-size-adjust letter-spacing word-spacing
  text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift writing-mode direction unicode-bidi
  white-space kerning xml:space xml:lang
`)

/** Functions of styles and of attributes that stay inside the picture. */
export const FUNCTIONS = words(`
  rgb rgba hsl hsla url matrix translate translatex translatey scale scalex scaley rotate skewx skewy calc min max
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
  inset circle ellipse polygon path
`)
