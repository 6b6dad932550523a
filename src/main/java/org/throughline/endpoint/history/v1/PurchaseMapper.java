package org.throughline.endpoint.history.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toPageInfo;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;
import static org.throughline.endpoint.history.v1.HistoryMapper.toAmounts;
import static org.throughline.endpoint.history.v1.HistoryMapper.toItem;
import static org.throughline.endpoint.history.v1.HistoryMapper.toOrder;
import static org.throughline.endpoint.history.v1.HistoryMapper.toOrderRef;
import static org.throughline.endpoint.history.v1.HistoryMapper.toSet;

import java.util.List;
import org.throughline.history.DateRange;
import org.throughline.history.DeliveryStatus;
import org.throughline.history.Listing;
import org.throughline.history.Purchase;
import org.throughline.history.PurchaseFilter;
import org.throughline.history.PurchaseLine;
import org.throughline.history.PurchaseTotal;
import org.throughline.shared.Answer;
import org.throughline.shared.Page;
import org.throughline.wire.history.v1.DeliveryStatusType;
import org.throughline.wire.history.v1.PurchaseLineListType;
import org.throughline.wire.history.v1.PurchaseLineSearchType;
import org.throughline.wire.history.v1.PurchaseListType;
import org.throughline.wire.history.v1.PurchaseSearchType;
import org.throughline.wire.history.v1.PurchaseTotalType;
import org.throughline.wire.history.v1.PurchasedItemType;
import org.throughline.wire.history.v1.PurchasedLineType;

/** Between the purchases of urn:throughline:history:v1 and those of the history capability. */
final class PurchaseMapper {

    private PurchaseMapper() {}

    static PurchaseFilter toFilter(PurchaseSearchType search, String dataset) {
        return new PurchaseFilter(
                new DateRange(search.getFrom(), search.getUntil()),
                toItem(search.getItem()),
                toOrder(search.getOrder(), dataset),
                search.getCustomerReference(),
                toSet(search.getStatus(), DeliveryStatus::valueOf),
                toAmounts(search.getCurrency(), search.getMinNet(), search.getMaxNet()));
    }

    static PurchaseFilter toFilter(PurchaseLineSearchType search, String dataset) {
        return new PurchaseFilter(
                new DateRange(search.getFrom(), search.getUntil()),
                toItem(search.getItem()),
                toOrder(search.getOrder(), dataset),
                search.getCustomerReference(),
                toSet(search.getStatus(), DeliveryStatus::valueOf),
                toAmounts(search.getCurrency(), search.getMinNet(), search.getMaxNet()));
    }

    static PurchaseListType toPurchaseList(Answer<Listing<Purchase, List<PurchaseTotal>>> answer, String dataset) {
        PurchaseListType wire = new PurchaseListType();
        Page<Purchase> page = answer.value().page();
        page.entries().stream().map(PurchaseMapper::toPurchase).forEach(wire.getPurchase()::add);
        toTotals(answer.value().totals()).forEach(wire.getTotal()::add);
        wire.setPage(toPageInfo(page));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    static PurchaseLineListType toPurchaseLineList(
            Answer<Listing<PurchaseLine, List<PurchaseTotal>>> answer, String dataset) {
        PurchaseLineListType wire = new PurchaseLineListType();
        Page<PurchaseLine> page = answer.value().page();
        page.entries().stream().map(PurchaseMapper::toPurchaseLine).forEach(wire.getLine()::add);
        toTotals(answer.value().totals()).forEach(wire.getTotal()::add);
        wire.setPage(toPageInfo(page));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    private static PurchasedItemType toPurchase(Purchase purchase) {
        PurchaseLine last = purchase.last();
        PurchasedItemType wire = new PurchasedItemType();
        wire.setAccount(toWire(purchase.account()));
        wire.setItem(purchase.item().value());
        wire.setName(purchase.name());
        wire.setDescription(last.description());
        wire.setQuantity(toWireQuantity(purchase.quantity().value()));
        wire.setUnit(purchase.quantity().unit());
        wire.setCurrency(purchase.currency().getCurrencyCode());
        wire.setAverageUnitPrice(purchase.averagePrice());
        wire.setLastUnitPrice(last.unitPrice());
        wire.setLastPriceQuantity(toWireQuantity(last.priceBase()));
        wire.setLastUnit(last.quantity().unit());
        wire.setLastDiscountPercent(last.discountPercent());
        wire.setDiscount(purchase.discount());
        wire.setDiscountPercent(purchase.discountPercent());
        wire.setNetValue(purchase.net());
        wire.setNumberOfOrders(purchase.orders());
        wire.setFirstPurchaseDate(purchase.firstDate());
        wire.setLastPurchaseDate(last.date());
        wire.setLastOrder(toOrderRef(last.order()));
        return wire;
    }

    private static PurchasedLineType toPurchaseLine(PurchaseLine line) {
        PurchasedLineType wire = new PurchasedLineType();
        wire.setAccount(toWire(line.account()));
        wire.setOrder(toOrderRef(line.order()));
        wire.setNumber(line.number());
        wire.setOrderDate(line.date());
        wire.setCustomerReference(line.customerReference());
        wire.setItem(line.item().value());
        wire.setName(line.name());
        wire.setDescription(line.description());
        wire.setQuantity(toWireQuantity(line.quantity().value()));
        wire.setUnit(line.quantity().unit());
        wire.setCurrency(line.currency().getCurrencyCode());
        wire.setListPrice(line.listPrice());
        wire.setUnitPrice(line.unitPrice());
        wire.setPriceQuantity(toWireQuantity(line.priceBase()));
        wire.setDiscountPercent(line.discountPercent());
        wire.setNet(line.net());
        wire.setShippedQuantity(toWireQuantity(line.shipped()));
        wire.setInvoicedQuantity(toWireQuantity(line.invoiced()));
        wire.setStatus(DeliveryStatusType.valueOf(line.status().name()));
        return wire;
    }

    private static List<PurchaseTotalType> toTotals(List<PurchaseTotal> totals) {
        return totals == null
                ? List.of()
                : totals.stream().map(PurchaseMapper::toTotal).toList();
    }

    private static PurchaseTotalType toTotal(PurchaseTotal total) {
        PurchaseTotalType wire = new PurchaseTotalType();
        wire.setCurrency(total.currency().getCurrencyCode());
        wire.setNumberOfOrders(total.orders());
        wire.setNumberOfLines(total.lines());
        wire.setListValue(total.listValue());
        wire.setDiscount(total.discount());
        wire.setNetValue(total.net());
        return wire;
    }
}
