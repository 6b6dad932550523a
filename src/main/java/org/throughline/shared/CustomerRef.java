package org.throughline.shared;

/** The customer that a caller means: an account of the ERP or a company of a CRM. */
public sealed interface CustomerRef {

    /** @param account never null */
    record ByAccount(AccountId account) implements CustomerRef {}

    /** @param company never null */
    record ByCompany(CompanyId company) implements CustomerRef {}
}
