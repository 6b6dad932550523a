package org.throughline.order;

import java.math.BigDecimal;
import java.util.Currency;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.OrderId;
import org.throughline.shared.PostalAddress;

/**
 * Tells whether two requests ask for the same. Each value that is given is written as {@code name=length:value;}; absent
 * ones are not written, so that a new optional part of requests leaves the digests of older ones as they are. The form is
 * kept for years: never change what exists.
 */
final class CanonicalContent {

    private final StringBuilder text = new StringBuilder();

    private CanonicalContent() {}

    /** SHA-256 of the canonical form, in hexadecimal. */
    static String digest(Demand demand) {
        CanonicalContent content = new CanonicalContent();
        content.addDemand(demand);
        return Digests.sha256(content.text.toString());
    }

    private void addDemand(Demand demand) {
        if (demand instanceof OrderRequest request) {
            add(request);
        } else if (demand instanceof OfferAcceptance acceptance) {
            add(acceptance);
        } else if (demand instanceof OfferRequest request) {
            add(request);
        } else if (demand instanceof Amendment amendment) {
            add(amendment);
        } else if (demand instanceof QuotationRequest request) {
            add(request);
        } else if (demand instanceof Promotion promotion) {
            add(promotion);
        } else if (demand instanceof Cancellation cancellation) {
            add(cancellation);
        } else {
            throw new IllegalArgumentException("no canonical form of " + demand.getClass());
        }
    }

    private void add(Amendment amendment) {
        add(amendment.order(), amendment.expectedVersion());
        add("customerReference", amendment.customerReference());
        add("requiredDate", amendment.requiredDate());
        add(amendment.shipTo());
        add("delivery", amendment.delivery());
        add("onCreditShortage", amendment.onCreditShortage());
        add("onStockShortage", amendment.onStockShortage());
        add(amendment.expected());
        amendment.lines().forEach(this::add);
        amendment.added().forEach(this::add);
        amendment.removed().forEach(number -> add("removed", number));
    }

    private void add(Amendment.LineChange change) {
        add("change.number", change.number());
        add("change.quantity", number(change.quantity()));
        add("change.requiredDate", change.requiredDate());
        add("change", change.agreed());
    }

    private void add(Cancellation cancellation) {
        add(cancellation.order(), cancellation.expectedVersion());
        add("openRemainder", cancellation.openRemainder());
    }

    private void add(OrderId order, int expectedVersion) {
        add("order.dataset", order.dataset());
        add("order", order.value());
        add("expectedVersion", expectedVersion);
    }

    private void add(QuotationRequest request) {
        add("validUntil", request.validUntil());
        add(request.order());
    }

    private void add(Promotion promotion) {
        add("quotation.dataset", promotion.quotation().dataset());
        add("quotation", promotion.quotation().value());
        promotion.lines().forEach(line -> add("line", line));
        add("customerReference", promotion.customerReference());
        add("onCreditShortage", promotion.onCreditShortage());
        add("onStockShortage", promotion.onStockShortage());
        add("newTermsAccepted", promotion.newTermsAccepted());
        add(promotion.expected());
    }

    private void add(OfferRequest request) {
        add("validity", request.validity());
        add(request.order());
    }

    private void add(OfferAcceptance acceptance) {
        if (acceptance.proof() instanceof OfferAcceptance.ByReference reference) {
            add("offer.dataset", reference.offer().dataset());
            add("offer", reference.offer().value());
        } else if (acceptance.proof() instanceof OfferAcceptance.ByToken token) {
            add("offer.token", token.token());
        }
        add(acceptance.customer());
        add("customerReference", acceptance.customerReference());
        add("newTermsAccepted", acceptance.newTermsAccepted());
        add(acceptance.expected());
    }

    private void add(OrderRequest request) {
        add(request.customer());
        add("customerReference", request.customerReference());
        add("requiredDate", request.requiredDate());
        add("currency", code(request.currency()));
        add(request.shipTo());
        add("delivery", request.delivery());
        add("onCreditShortage", request.onCreditShortage());
        add("onStockShortage", request.onStockShortage());
        add(request.expected());
        request.lines().forEach(this::add);
    }

    private void add(CustomerRef customer) {
        if (customer instanceof CustomerRef.ByAccount byAccount) {
            add("dataset", byAccount.account().dataset());
            add("account", byAccount.account().value());
        } else if (customer instanceof CustomerRef.ByCompany byCompany) {
            add("crmSystem", byCompany.company().crmSystem());
            add("company", byCompany.company().value());
        }
    }

    private void add(PostalAddress address) {
        if (address != null) {
            add("shipTo.name", address.name());
            add("shipTo.line1", address.line1());
            add("shipTo.line2", address.line2());
            add("shipTo.city", address.city());
            add("shipTo.region", address.region());
            add("shipTo.postalCode", address.postalCode());
            add("shipTo.country", address.country());
        }
    }

    private void add(ExpectedTotals expected) {
        if (expected != null) {
            add("expected.net", number(expected.net()));
            add("expected.tax", number(expected.tax()));
            add("expected.gross", number(expected.gross()));
        }
    }

    private void add(OrderRequest.Line line) {
        add("line.item", line.item());
        add("line.quantity", number(line.quantity()));
        add("line.unit", line.unit());
        add("line.requiredDate", line.requiredDate());
        add("line.warehouse", line.warehouse());
        add("line", line.agreed());
    }

    private void add(String name, AgreedPrice agreed) {
        if (agreed != null) {
            add(name + ".agreed", number(agreed.unitPrice()));
            add(name + ".agreed.reason", agreed.reason());
        }
    }

    private void add(String name, Object value) {
        if (value != null) {
            String form = value.toString();
            text.append(name)
                    .append('=')
                    .append(form.length())
                    .append(':')
                    .append(form)
                    .append(';');
        }
    }

    private static String code(Currency currency) {
        return currency == null ? null : currency.getCurrencyCode();
    }

    private static String number(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }
}
