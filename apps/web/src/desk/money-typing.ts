import type { Money } from "@podo/contract/ids"

/** The typed amount, in the currency's minor unit; null when it is no amount. */
export function amountOf(typed: string, currency: string): Money | null {
  const text = typed.replaceAll(/[,\s]/g, "")
  const digits = minorDigits(currency)
  const [whole = "", fraction = ""] = text.split(".")
  if (!/^\d{1,12}(\.\d*)?$/.test(text) || fraction.length > digits) return null
  return Number(whole + fraction.padEnd(digits, "0"))
}

/** "132,000", "12.50": as it would be typed, thousands apart. */
export function typedAmount(amount: Money, currency: string): string {
  const digits = minorDigits(currency)
  return new Intl.NumberFormat("en", {
    minimumFractionDigits: amount % 10 ** digits === 0 ? 0 : digits,
  }).format(amount / 10 ** digits)
}

function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency })
  return format.resolvedOptions().maximumFractionDigits ?? 0
}
