package org.throughline.account;

import java.time.Instant;
import org.throughline.shared.AccountId;
import org.throughline.shared.CompanyId;

/**
 * That a company of a CRM trades through an account of an ERP.
 *
 * @param billTo the account that is invoiced for it; null when the ERP's own rule applies
 * @param primary whether writes through the company go to this account; true for at most one link of a company and
 *     dataset
 * @param linkedAt when the two were linked first
 */
public record Link(
        CompanyId company, AccountId account, LinkRole role, AccountId billTo, boolean primary, Instant linkedAt) {}
