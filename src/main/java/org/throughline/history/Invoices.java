package org.throughline.history;

import java.time.LocalDate;
import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** The invoices and credit notes of an ERP. */
public interface Invoices {

    /**
     * Latest first. An account that the ERP does not have is ACCOUNT_NOT_FOUND. When something is asked for that the ERP
     * cannot look for, such as a status on a day in the past, a page may hold fewer entries than asked for, or none, and
     * be followed by another.
     */
    Answer<Page<Invoice>> find(List<AccountId> accounts, InvoiceFilter filter, PageRequest page, MaxAge maxAge);

    /** Sums over all that pass the filter, ordered by currency and kind; empty when there are none. */
    Answer<List<InvoiceTotal>> totals(List<AccountId> accounts, InvoiceFilter filter, MaxAge maxAge);

    /**
     * What is outstanding, by age.
     *
     * @param asOf null for today
     * @throws org.throughline.shared.ServiceFault ACCOUNT_NOT_FOUND
     */
    Answer<Aging> aging(List<AccountId> accounts, LocalDate asOf, MaxAge maxAge);

    /**
     * A whole invoice as it stands on a day: payments and credit notes after it are left out.
     *
     * @param asOf null for today
     * @throws org.throughline.shared.ServiceFault INVOICE_NOT_FOUND
     */
    Answer<InvoiceDocument> get(InvoiceId id, LocalDate asOf, MaxAge maxAge);
}
