package org.throughline.endpoint.common.v1;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.function.BiFunction;
import org.throughline.shared.AccountId;
import org.throughline.shared.CompanyId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Freshness;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.TaxSubtotal;
import org.throughline.wire.common.v1.AccountRefType;
import org.throughline.wire.common.v1.AddressType;
import org.throughline.wire.common.v1.CompanyRefType;
import org.throughline.wire.common.v1.CustomerRefType;
import org.throughline.wire.common.v1.DocumentRefType;
import org.throughline.wire.common.v1.DocumentTotalsType;
import org.throughline.wire.common.v1.FreshnessType;
import org.throughline.wire.common.v1.PageInfoType;
import org.throughline.wire.common.v1.PagingType;
import org.throughline.wire.common.v1.SourceType;
import org.throughline.wire.common.v1.TaxCategoryType;
import org.throughline.wire.common.v1.TaxSubtotalType;

/**
 * Between the types of urn:throughline:common:v1 and the shared words. An optional wire element that is absent is null;
 * so is what comes of it, unless the method says otherwise.
 */
public final class CommonMapper {

    private CommonMapper() {}

    /**
     * @param dataset the connected dataset; meant when the reference names none
     * @param path where the reference stands in the request
     * @throws ServiceFault DATASET_NOT_FOUND when the reference names another dataset
     */
    public static AccountId toAccountId(AccountRefType ref, String dataset, String path) {
        return new AccountId(dataset(ref.getDataset(), dataset, path), ref.getId());
    }

    /**
     * The id of an order, invoice, shipment or return.
     *
     * @param id such as {@code OrderId::new}
     * @param dataset the connected dataset; meant when the reference names none
     * @param path where the reference stands in the request
     * @throws ServiceFault DATASET_NOT_FOUND when the reference names another dataset
     */
    public static <I> I toDocumentId(
            DocumentRefType ref, BiFunction<String, String, I> id, String dataset, String path) {
        return id.apply(dataset(ref.getDataset(), dataset, path), ref.getId());
    }

    /**
     * @param dataset the connected dataset; meant when the reference names none
     * @param path where the reference stands in the request
     * @throws ServiceFault DATASET_NOT_FOUND when the reference names another dataset
     */
    public static CustomerRef toCustomerRef(CustomerRefType ref, String dataset, String path) {
        return ref.getAccount() == null
                ? new CustomerRef.ByCompany(toCompanyId(ref.getCompany()))
                : new CustomerRef.ByAccount(toAccountId(ref.getAccount(), dataset, path + ".account"));
    }

    public static CompanyId toCompanyId(CompanyRefType ref) {
        return new CompanyId(ref.getCrmSystem(), ref.getCompanyId());
    }

    /**
     * Null when absent.
     *
     * @param path where the code stands in the request
     * @throws ServiceFault INVALID_VALUE when there is no such currency
     */
    public static Currency toCurrency(String code, String path) {
        try {
            return code == null ? null : Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new ServiceFault(ErrorCode.INVALID_VALUE.at(path, "This is not a currency of ISO 4217."), unknown);
        }
    }

    /** The first page of the usual size when absent. */
    public static PageRequest toPageRequest(PagingType paging) {
        if (paging == null) {
            return PageRequest.first(PageRequest.DEFAULT_SIZE);
        }
        return new PageRequest(
                paging.getSize() == null ? PageRequest.DEFAULT_SIZE : paging.getSize(),
                Optional.ofNullable(paging.getCursor()));
    }

    /** Any age when absent. */
    public static MaxAge toMaxAge(Integer maxAgeSeconds) {
        return maxAgeSeconds == null ? MaxAge.ANY : MaxAge.ofSeconds(maxAgeSeconds);
    }

    public static PostalAddress toPostalAddress(AddressType address) {
        return address == null
                ? null
                : new PostalAddress(
                        address.getName(),
                        address.getLine1(),
                        address.getLine2(),
                        address.getCity(),
                        address.getRegion(),
                        address.getPostalCode(),
                        address.getCountry());
    }

    public static AccountRefType toWire(AccountId account) {
        AccountRefType wire = new AccountRefType();
        wire.setDataset(account.dataset());
        wire.setId(account.value());
        return wire;
    }

    public static CustomerRefType toWire(CustomerRef customer) {
        CustomerRefType wire = new CustomerRefType();
        if (customer instanceof CustomerRef.ByAccount known) {
            wire.setAccount(toWire(known.account()));
        } else {
            wire.setCompany(toWire(((CustomerRef.ByCompany) customer).company()));
        }
        return wire;
    }

    public static CompanyRefType toWire(CompanyId company) {
        CompanyRefType wire = new CompanyRefType();
        wire.setCrmSystem(company.crmSystem());
        wire.setCompanyId(company.value());
        return wire;
    }

    /** A reference to an order, invoice, shipment or return. */
    public static DocumentRefType toDocumentRef(String dataset, String id) {
        DocumentRefType wire = new DocumentRefType();
        wire.setDataset(dataset);
        wire.setId(id);
        return wire;
    }

    /** A unit price as it is written in answers: with the decimals of the currency, or more where they are not zero. */
    public static BigDecimal toWirePrice(BigDecimal price, Currency currency) {
        return Money.unitPrice(price, currency);
    }

    /** A quantity as it is written in answers: without zeros at the end. */
    public static BigDecimal toWireQuantity(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static PageInfoType toPageInfo(Page<?> page) {
        PageInfoType wire = new PageInfoType();
        wire.setMore(page.nextCursor().isPresent());
        page.nextCursor().ifPresent(wire::setNextCursor);
        return wire;
    }

    /** @param dataset the dataset that the answer is about */
    public static FreshnessType toWire(Freshness freshness, String dataset) {
        FreshnessType wire = new FreshnessType();
        wire.setAsOf(freshness.asOf());
        wire.setSource(SourceType.valueOf(freshness.source().name()));
        wire.setDataset(dataset);
        return wire;
    }

    public static AddressType toWire(PostalAddress address) {
        if (address == null) {
            return null;
        }
        AddressType wire = new AddressType();
        wire.setName(address.name());
        wire.setLine1(address.line1());
        wire.setLine2(address.line2());
        wire.setCity(address.city());
        wire.setRegion(address.region());
        wire.setPostalCode(address.postalCode());
        wire.setCountry(address.country());
        return wire;
    }

    public static TaxSubtotalType toWire(TaxSubtotal subtotal) {
        TaxSubtotalType wire = new TaxSubtotalType();
        wire.setCategory(TaxCategoryType.valueOf(subtotal.category().name()));
        wire.setRatePercent(subtotal.ratePercent());
        wire.setTaxable(subtotal.taxable());
        wire.setTax(subtotal.tax());
        wire.setReasonCode(subtotal.reasonCode());
        wire.setReason(subtotal.reason());
        wire.setJurisdiction(subtotal.jurisdiction());
        wire.setTaxName(subtotal.taxName());
        wire.setRule(subtotal.ruleId());
        wire.setLegalReference(subtotal.legalReference());
        return wire;
    }

    public static DocumentTotalsType toWire(DocumentTotals totals) {
        DocumentTotalsType wire = new DocumentTotalsType();
        wire.setLineNet(totals.lineNet());
        wire.setAllowances(totals.allowances());
        wire.setCharges(totals.charges());
        wire.setNet(totals.net());
        wire.setTax(totals.tax());
        wire.setGross(totals.gross());
        return wire;
    }

    private static String dataset(String given, String connected, String path) {
        if (given != null && !given.equals(connected)) {
            throw new ServiceFault(ErrorCode.DATASET_NOT_FOUND.at(path + ".dataset"));
        }
        return connected;
    }
}
