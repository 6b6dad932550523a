package org.throughline.account;

import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.CompanyId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** Which companies of which CRMs trade through which accounts. Kept by us, not by the ERP. */
public interface Links {

    /** All links of a company: the primary one of a dataset first, the others by account id. Empty when it has none. */
    List<Link> of(CompanyId company);

    /**
     * In the order of CRM system, company, dataset and account.
     *
     * @throws org.throughline.shared.ServiceFault INVALID_CURSOR
     */
    Page<Link> find(LinkFilter filter, PageRequest page);

    /** Makes or changes a link; doing it again changes nothing. At most one link of a company and dataset is primary. */
    Link put(LinkRequest request);

    /** @return false when there was no such link */
    boolean remove(CompanyId company, AccountId account);
}
