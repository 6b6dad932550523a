package org.throughline.endpoint.history.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageInfo;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;
import static org.throughline.endpoint.history.v1.HistoryMapper.toItem;
import static org.throughline.endpoint.history.v1.HistoryMapper.toOrder;
import static org.throughline.endpoint.history.v1.HistoryMapper.toOrderRef;
import static org.throughline.endpoint.history.v1.HistoryMapper.toSet;

import org.throughline.history.DateRange;
import org.throughline.history.Listing;
import org.throughline.history.Return;
import org.throughline.history.ReturnFilter;
import org.throughline.history.ReturnLine;
import org.throughline.history.ReturnState;
import org.throughline.shared.Answer;
import org.throughline.shared.Page;
import org.throughline.wire.history.v1.ReturnListType;
import org.throughline.wire.history.v1.ReturnRecordType;
import org.throughline.wire.history.v1.ReturnSearchType;
import org.throughline.wire.history.v1.ReturnStateType;
import org.throughline.wire.history.v1.ReturnedLineType;

/** Between the returns of urn:throughline:history:v1 and those of the history capability. */
final class ReturnMapper {

    private ReturnMapper() {}

    static ReturnFilter toFilter(ReturnSearchType search, String dataset) {
        return new ReturnFilter(
                new DateRange(search.getFrom(), search.getUntil()),
                toSet(search.getState(), ReturnState::valueOf),
                toOrder(search.getOrder(), dataset),
                toItem(search.getItem()),
                search.getCustomerReference());
    }

    static ReturnListType toReturnList(Answer<Listing<Return, Integer>> answer, String dataset) {
        ReturnListType wire = new ReturnListType();
        Page<Return> page = answer.value().page();
        page.entries().stream().map(ReturnMapper::toReturn).forEach(wire.getEntry()::add);
        wire.setNumberOfReturns(answer.value().totals());
        wire.setPage(toPageInfo(page));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    private static ReturnRecordType toReturn(Return returned) {
        ReturnRecordType wire = new ReturnRecordType();
        wire.setRef(toDocumentRef(returned.id().dataset(), returned.id().value()));
        wire.setAccount(toWire(returned.account()));
        wire.setRequestDate(returned.date());
        wire.setState(ReturnStateType.valueOf(returned.state().name()));
        wire.setOrder(toOrderRef(returned.order()));
        wire.setCustomerReference(returned.customerReference());
        returned.creditNotes().stream().map(HistoryMapper::toInvoiceRef).forEach(wire.getCreditNote()::add);
        returned.lines().stream().map(ReturnMapper::toLine).forEach(wire.getLine()::add);
        return wire;
    }

    private static ReturnedLineType toLine(ReturnLine line) {
        ReturnedLineType wire = new ReturnedLineType();
        wire.setNumber(line.number());
        wire.setOrderLine(line.orderLine());
        wire.setItem(line.item().value());
        wire.setDescription(line.description());
        wire.setQuantity(toWireQuantity(line.quantity().value()));
        wire.setUnit(line.quantity().unit());
        wire.setReasonCode(line.reasonCode());
        wire.setReason(line.reason());
        return wire;
    }
}
