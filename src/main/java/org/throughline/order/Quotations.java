package org.throughline.order;

import java.time.LocalDate;
import java.util.Optional;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.QuotationId;

/** The quotations in an ERP. They become orders by {@link Orders#create}. */
public interface Quotations {

    /** @throws org.throughline.shared.ServiceFault QUOTATION_NOT_FOUND at quotation */
    Answer<Quotation> get(QuotationId id, MaxAge maxAge);

    /**
     * Newest date first, then falling id.
     *
     * @throws org.throughline.shared.ServiceFault INVALID_CURSOR; ACCOUNT_NOT_FOUND at customer when an account of the filter does
     *     not exist
     */
    Answer<Page<Quotation>> find(QuotationFilter filter, PageRequest page, MaxAge maxAge);

    /** The quotation that was handed over under our reference; always asks the ERP itself. */
    Optional<Quotation> findByReference(String reference);

    /**
     * Writes a quotation with everything that belongs to it, or nothing.
     *
     * @param reference unique in the ERP; when a quotation has it already, that one is the answer and nothing is written
     * @param validUntil the last day on which it can be ordered
     */
    Quotation create(String reference, OrderContent content, LocalDate validUntil);
}
