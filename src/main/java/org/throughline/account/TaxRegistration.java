package org.throughline.account;

/**
 * How an account stands with the tax authorities.
 *
 * @param country where it is registered, ISO 3166-1 alpha-2; null when the ERP does not know
 * @param taxId VAT or sales tax number; null when it has none
 * @param exemption the certificate that it is exempt; null when it is not
 */
public record TaxRegistration(String country, String taxId, TaxExemption exemption) {}
