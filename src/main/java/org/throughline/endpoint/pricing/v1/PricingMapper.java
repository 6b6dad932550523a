package org.throughline.endpoint.pricing.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toCurrency;
import static org.throughline.endpoint.common.v1.CommonMapper.toCustomerRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageInfo;
import static org.throughline.endpoint.common.v1.CommonMapper.toPostalAddress;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWirePrice;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;

import java.util.Currency;
import org.throughline.pricing.AppliedRule;
import org.throughline.pricing.Assumption;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.LineAdjustment;
import org.throughline.pricing.ListedPrice;
import org.throughline.pricing.NextBreak;
import org.throughline.pricing.OrderAdjustment;
import org.throughline.pricing.PriceLine;
import org.throughline.pricing.PriceListPage;
import org.throughline.pricing.PriceRequest;
import org.throughline.pricing.PriceSearch;
import org.throughline.pricing.PricedDocument;
import org.throughline.pricing.PricedLine;
import org.throughline.pricing.SettlementDiscount;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.wire.pricing.v1.AssumptionType;
import org.throughline.wire.pricing.v1.LineAdjustmentKindType;
import org.throughline.wire.pricing.v1.LineAdjustmentRecordType;
import org.throughline.wire.pricing.v1.ListedPriceRecordType;
import org.throughline.wire.pricing.v1.NextBreakRecordType;
import org.throughline.wire.pricing.v1.OrderAdjustmentKindType;
import org.throughline.wire.pricing.v1.OrderAdjustmentRecordType;
import org.throughline.wire.pricing.v1.PriceAnswerLineType;
import org.throughline.wire.pricing.v1.PriceAnswerType;
import org.throughline.wire.pricing.v1.PriceBreakRecordType;
import org.throughline.wire.pricing.v1.PriceListAnswerType;
import org.throughline.wire.pricing.v1.PriceQueryLineType;
import org.throughline.wire.pricing.v1.PriceQueryType;
import org.throughline.wire.pricing.v1.PriceSearchType;
import org.throughline.wire.pricing.v1.ProspectInputType;
import org.throughline.wire.pricing.v1.RuleKindType;
import org.throughline.wire.pricing.v1.RuleRecordType;
import org.throughline.wire.pricing.v1.SettlementRecordType;

/** Between the types of urn:throughline:pricing:v1 and the pricing capability. */
final class PricingMapper {

    private PricingMapper() {}

    static PriceRequest toRequest(PriceQueryType query, String dataset) {
        return new PriceRequest(
                toBuyer(query, dataset),
                query.getDate(),
                toCurrency(query.getCurrency(), "currency"),
                toPostalAddress(query.getShipTo()),
                query.getLine().stream().map(PricingMapper::toLine).toList());
    }

    /** The question behind prices that were not asked for by this contract. */
    static PriceQueryType toQuery(PriceRequest request) {
        PriceQueryType wire = new PriceQueryType();
        if (request.buyer() instanceof Buyer.Customer customer) {
            wire.setCustomer(toWire(customer.ref()));
        } else {
            wire.setProspect(toInput((Buyer.Prospect) request.buyer()));
        }
        wire.setDate(request.date());
        wire.setCurrency(request.currency() == null ? null : request.currency().getCurrencyCode());
        wire.setShipTo(toWire(request.shipTo()));
        request.lines().forEach(line -> wire.getLine().add(toInput(line)));
        return wire;
    }

    private static ProspectInputType toInput(Buyer.Prospect prospect) {
        ProspectInputType wire = new ProspectInputType();
        wire.setAddress(toWire(prospect.address()));
        wire.setPriceGroup(prospect.priceGroup());
        wire.setTaxId(prospect.taxId());
        wire.setTaxExempt(prospect.taxExempt());
        return wire;
    }

    private static PriceQueryLineType toInput(PriceLine line) {
        PriceQueryLineType wire = new PriceQueryLineType();
        wire.setId(line.id());
        wire.setItem(line.item().value());
        wire.setQuantity(toWireQuantity(line.quantity()));
        wire.setUnit(line.unit());
        return wire;
    }

    static PriceSearch toSearch(PriceSearchType search, String dataset) {
        return new PriceSearch(
                toCustomerRef(search.getCustomer(), dataset, "customer"), search.getDate(), search.getItemGroup());
    }

    static PriceAnswerType toAnswer(Answer<PricedDocument> answer, String dataset) {
        PricedDocument document = answer.value();
        PriceAnswerType wire = new PriceAnswerType();
        wire.setCurrency(document.currency().getCurrencyCode());
        wire.setDate(document.date());
        wire.setPricesIncludeTax(document.pricesIncludeTax());
        wire.setIndicative(document.indicative());
        document.lines().forEach(line -> wire.getLine().add(toRecord(line, document.currency())));
        document.adjustments().forEach(each -> wire.getAdjustment().add(toRecord(each, document.currency())));
        document.taxes().forEach(tax -> wire.getTaxSubtotal().add(toWire(tax)));
        wire.setTotals(toWire(document.totals()));
        wire.setSettlement(toRecord(document.settlement()));
        document.assumptions().forEach(assumption -> wire.getAssumption().add(toRecord(assumption)));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static PriceListAnswerType toListAnswer(Answer<PriceListPage> answer) {
        PriceListPage page = answer.value();
        PriceListAnswerType wire = new PriceListAnswerType();
        wire.setAccount(toWire(page.account()));
        wire.setCurrency(page.currency().getCurrencyCode());
        wire.setDate(page.date());
        wire.setPricesIncludeTax(page.pricesIncludeTax());
        page.prices().entries().forEach(price -> wire.getPrice().add(toRecord(price, page.currency())));
        wire.setPage(toPageInfo(page.prices()));
        wire.setFreshness(toWire(answer.freshness(), page.account().dataset()));
        return wire;
    }

    private static Buyer toBuyer(PriceQueryType query, String dataset) {
        return query.getCustomer() == null
                ? toProspect(query.getProspect())
                : new Buyer.Customer(toCustomerRef(query.getCustomer(), dataset, "customer"));
    }

    private static Buyer.Prospect toProspect(ProspectInputType prospect) {
        return new Buyer.Prospect(
                toPostalAddress(prospect.getAddress()),
                prospect.getPriceGroup(),
                prospect.getTaxId(),
                Boolean.TRUE.equals(prospect.isTaxExempt()));
    }

    private static PriceLine toLine(PriceQueryLineType line) {
        return new PriceLine(line.getId(), new ItemId(line.getItem()), line.getQuantity(), line.getUnit());
    }

    private static PriceAnswerLineType toRecord(PricedLine line, Currency currency) {
        PriceAnswerLineType wire = new PriceAnswerLineType();
        wire.setId(line.id());
        wire.setItem(line.item().value());
        wire.setDescription(line.description());
        wire.setQuantity(toWireQuantity(line.quantity().value()));
        wire.setUnit(line.quantity().unit());
        wire.setPricedQuantity(toWireQuantity(line.pricedQuantity().value()));
        wire.setPricedUnit(line.pricedQuantity().unit());
        wire.setPriceBaseQuantity(toWireQuantity(line.priceBaseQuantity()));
        wire.setListPrice(toWirePrice(line.listPrice(), currency));
        wire.setUnitPrice(toWirePrice(line.unitPrice(), currency));
        wire.setDiscountPercent(toWireQuantity(line.discountPercent()));
        line.adjustments().forEach(each -> wire.getAdjustment().add(toRecord(each)));
        wire.setFreeGoodsPromotion(line.freeBy());
        wire.setNet(line.net());
        wire.setTreatment(TaxMapper.toRecord(line.treatment()));
        wire.setTax(line.tax());
        wire.setGross(line.gross());
        line.rules().forEach(rule -> wire.getRule().add(toRecord(rule, currency)));
        line.nextBreak().ifPresent(next -> wire.setNextBreak(toRecord(next, currency)));
        return wire;
    }

    private static LineAdjustmentRecordType toRecord(LineAdjustment adjustment) {
        LineAdjustmentRecordType wire = new LineAdjustmentRecordType();
        wire.setKind(LineAdjustmentKindType.valueOf(adjustment.kind().name()));
        wire.setId(adjustment.id());
        wire.setText(adjustment.text());
        wire.setAmount(adjustment.amount());
        return wire;
    }

    private static OrderAdjustmentRecordType toRecord(OrderAdjustment adjustment, Currency currency) {
        OrderAdjustmentRecordType wire = new OrderAdjustmentRecordType();
        wire.setKind(OrderAdjustmentKindType.valueOf(adjustment.kind().name()));
        wire.setId(adjustment.id());
        wire.setText(adjustment.text());
        wire.setBase(toWirePrice(adjustment.base(), currency));
        wire.setPercent(adjustment.percent() == null ? null : toWireQuantity(adjustment.percent()));
        wire.setAmount(adjustment.amount());
        wire.setTreatment(TaxMapper.toRecord(adjustment.treatment()));
        return wire;
    }

    /** @param settlement may be null */
    private static SettlementRecordType toRecord(SettlementDiscount settlement) {
        if (settlement == null) {
            return null;
        }
        SettlementRecordType wire = new SettlementRecordType();
        wire.setTerms(settlement.terms());
        wire.setPercent(toWireQuantity(settlement.percent()));
        wire.setDays(settlement.days());
        wire.setUntil(settlement.until());
        wire.setAmount(settlement.amount());
        return wire;
    }

    private static RuleRecordType toRecord(AppliedRule rule, Currency currency) {
        RuleRecordType wire = new RuleRecordType();
        wire.setKind(RuleKindType.valueOf(rule.kind().name()));
        wire.setId(rule.id());
        wire.setText(rule.text());
        wire.setEffect(toWirePrice(rule.effect(), currency));
        wire.setUnitPrice(toWirePrice(rule.unitPrice(), currency));
        return wire;
    }

    private static NextBreakRecordType toRecord(NextBreak next, Currency currency) {
        NextBreakRecordType wire = new NextBreakRecordType();
        wire.setQuantity(toWireQuantity(next.quantity().value()));
        wire.setAdditional(toWireQuantity(next.additional().value()));
        wire.setUnitPrice(toWirePrice(next.unitPrice(), currency));
        wire.setSavingPercent(toWireQuantity(next.savingPercent()));
        wire.setText(next.text());
        return wire;
    }

    private static AssumptionType toRecord(Assumption assumption) {
        AssumptionType wire = new AssumptionType();
        wire.setName(assumption.name());
        wire.setValue(assumption.value());
        return wire;
    }

    private static ListedPriceRecordType toRecord(ListedPrice price, Currency currency) {
        ListedPriceRecordType wire = new ListedPriceRecordType();
        wire.setItem(price.item().value());
        wire.setDescription(price.description());
        wire.setItemGroup(price.itemGroup());
        wire.setUnit(price.unit());
        wire.setPriceBaseQuantity(toWireQuantity(price.priceBaseQuantity()));
        wire.setListPrice(toWirePrice(price.listPrice(), currency));
        price.breaks().forEach(each -> wire.getBreak().add(toRecord(each, currency)));
        return wire;
    }

    private static PriceBreakRecordType toRecord(ListedPrice.Break each, Currency currency) {
        PriceBreakRecordType wire = new PriceBreakRecordType();
        wire.setFromQuantity(toWireQuantity(each.fromQuantity()));
        wire.setUnitPrice(toWirePrice(each.unitPrice(), currency));
        each.rules().forEach(rule -> wire.getRule().add(toRecord(rule, currency)));
        return wire;
    }
}
