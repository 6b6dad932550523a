package org.throughline.endpoint.history.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentId;
import static org.throughline.endpoint.common.v1.CommonMapper.toDocumentRef;
import static org.throughline.endpoint.common.v1.CommonMapper.toPageInfo;
import static org.throughline.endpoint.common.v1.CommonMapper.toWire;
import static org.throughline.endpoint.common.v1.CommonMapper.toWireQuantity;
import static org.throughline.endpoint.history.v1.HistoryMapper.toItem;
import static org.throughline.endpoint.history.v1.HistoryMapper.toOrder;
import static org.throughline.endpoint.history.v1.HistoryMapper.toOrderRef;
import static org.throughline.endpoint.history.v1.HistoryMapper.toSet;

import org.springframework.web.util.UriComponentsBuilder;
import org.throughline.history.Attachment;
import org.throughline.history.DateRange;
import org.throughline.history.Listing;
import org.throughline.history.ProofOfDelivery;
import org.throughline.history.Shipment;
import org.throughline.history.ShipmentFilter;
import org.throughline.history.ShipmentLine;
import org.throughline.history.ShipmentStatus;
import org.throughline.shared.Answer;
import org.throughline.shared.Page;
import org.throughline.shared.ShipmentId;
import org.throughline.wire.history.v1.DocumentContentType;
import org.throughline.wire.history.v1.ProofAnswerType;
import org.throughline.wire.history.v1.ProofQueryType;
import org.throughline.wire.history.v1.ProofRecordType;
import org.throughline.wire.history.v1.ShipmentListType;
import org.throughline.wire.history.v1.ShipmentRecordType;
import org.throughline.wire.history.v1.ShipmentSearchType;
import org.throughline.wire.history.v1.ShipmentStatusType;
import org.throughline.wire.history.v1.ShippedLineType;

/** Between the shipments of urn:throughline:history:v1 and those of the history capability. */
final class ShipmentMapper {

    private ShipmentMapper() {}

    static ShipmentFilter toFilter(ShipmentSearchType search, String dataset) {
        return new ShipmentFilter(
                new DateRange(search.getFrom(), search.getUntil()),
                toSet(search.getStatus(), ShipmentStatus::valueOf),
                toOrder(search.getOrder(), dataset),
                toItem(search.getItem()),
                search.getCustomerReference());
    }

    static ShipmentId toShipment(ProofQueryType query, String dataset) {
        return toDocumentId(query.getShipment(), ShipmentId::new, dataset, "shipment");
    }

    static ShipmentListType toShipmentList(Answer<Listing<Shipment, Integer>> answer, String dataset) {
        ShipmentListType wire = new ShipmentListType();
        Page<Shipment> page = answer.value().page();
        page.entries().stream().map(ShipmentMapper::toShipment).forEach(wire.getShipment()::add);
        wire.setNumberOfShipments(answer.value().totals());
        wire.setPage(toPageInfo(page));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    /** @param omitContent whether only what is known about the document is wanted */
    static ProofAnswerType toProofAnswer(Answer<ProofOfDelivery> answer, boolean omitContent, String dataset) {
        ProofAnswerType wire = new ProofAnswerType();
        wire.setProof(toProof(answer.value(), omitContent));
        wire.setFreshness(toWire(answer.freshness(), dataset));
        return wire;
    }

    private static ShipmentRecordType toShipment(Shipment shipment) {
        ShipmentRecordType wire = new ShipmentRecordType();
        wire.setRef(toDocumentRef(shipment.id().dataset(), shipment.id().value()));
        wire.setNumber(shipment.number());
        wire.setAccount(toWire(shipment.account()));
        wire.setOrder(toOrderRef(shipment.order()));
        wire.setCustomerReference(shipment.customerReference());
        wire.setShipmentDate(shipment.date());
        wire.setStatus(ShipmentStatusType.valueOf(shipment.status().name()));
        wire.setCarrier(shipment.carrier());
        wire.setConsignment(shipment.consignment());
        wire.setTrackingUrl(shipment.trackingUrl());
        wire.setDeliverTo(toWire(shipment.deliverTo()));
        wire.setDeliveryDate(shipment.deliveredOn());
        wire.setProofAvailable(shipment.proofAvailable());
        shipment.lines().stream().map(ShipmentMapper::toLine).forEach(wire.getLine()::add);
        return wire;
    }

    private static ShippedLineType toLine(ShipmentLine line) {
        ShippedLineType wire = new ShippedLineType();
        wire.setNumber(line.number());
        wire.setOrderLine(line.orderLine());
        wire.setItem(line.item().value());
        wire.setDescription(line.description());
        wire.setQuantity(toWireQuantity(line.quantity().value()));
        wire.setUnit(line.quantity().unit());
        return wire;
    }

    private static ProofRecordType toProof(ProofOfDelivery proof, boolean omitContent) {
        ProofRecordType wire = new ProofRecordType();
        wire.setShipment(
                toDocumentRef(proof.shipment().dataset(), proof.shipment().value()));
        wire.setAccount(toWire(proof.account()));
        wire.setSignedBy(proof.signedBy());
        wire.setSignedAt(proof.signedAt());
        wire.setPlace(proof.place());
        wire.setDocument(toContent(proof.document(), omitContent));
        wire.getDocument().setDownloadPath(downloadPath(proof.shipment()));
        return wire;
    }

    private static DocumentContentType toContent(Attachment document, boolean omitContent) {
        DocumentContentType wire = new DocumentContentType();
        wire.setFileName(document.fileName());
        wire.setMediaType(document.mediaType());
        wire.setSize(document.size());
        wire.setSha256(document.sha256());
        if (!omitContent) {
            wire.setContent(document.content());
        }
        return wire;
    }

    /** Where {@link DocumentResource} answers. */
    private static String downloadPath(ShipmentId shipment) {
        return UriComponentsBuilder.fromPath(DocumentResource.PROOF)
                .buildAndExpand(shipment.value())
                .encode()
                .toUriString();
    }
}
