package org.throughline.erp.embedded.backoffice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.throughline.erp.embedded.Arrival;
import org.throughline.erp.embedded.EmbeddedErp;
import org.throughline.erp.embedded.ShipmentDelivery;
import org.throughline.shared.ShipmentId;

/** Shipments on their way and at their end. */
@BackOfficeResource
@RequestMapping("/backoffice/shipments/{id}")
class ShipmentResource {

    private static final int LARGEST_DOCUMENT = 10 * 1024 * 1024;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_PLACE = 500;
    private static final int DIGITS_OF_SHA256 = 64;

    private final ShipmentDelivery delivery;
    private final String dataset;

    ShipmentResource(ShipmentDelivery delivery, EmbeddedErp erp) {
        this.delivery = delivery;
        this.dataset = erp.dataset();
    }

    @PostMapping("/transit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void inTransit(@PathVariable String id, Body body) {
        delivery.inTransit(shipment(id), body.as(Doer::of).who());
    }

    @PostMapping("/delivery")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arrived(@PathVariable String id, Body body) {
        Delivered delivered = body.as(Delivered::of);
        delivery.arrived(shipment(id), delivered.arrival(), delivered.by().who());
    }

    private ShipmentId shipment(String id) {
        return new ShipmentId(dataset, id);
    }

    private record Delivered(LocalDate on, Proof proof, Doer by) {

        static Delivered of(Fields fields) {
            return new Delivered(
                    fields.optionalDate("deliveredOn"), fields.optionalObject("proof", Proof::of), Doer.of(fields));
        }

        Arrival arrival() {
            return new Arrival(
                    Optional.ofNullable(on), Optional.ofNullable(proof).map(Proof::toProof));
        }
    }

    private record Proof(String signedBy, Instant signedAt, String place, Document document) {

        static Proof of(Fields fields) {
            return new Proof(
                    fields.text("signedBy", LONGEST_TEXT),
                    fields.instant("signedAt"),
                    fields.optionalText("place", LONGEST_PLACE),
                    fields.object("document", Document::of));
        }

        Arrival.Proof toProof() {
            return new Arrival.Proof(
                    signedBy, signedAt, place, document.mediaType(), document.content(), document.sha256());
        }
    }

    private record Document(String mediaType, byte[] content, String sha256) {

        static Document of(Fields fields) {
            return new Document(
                    fields.text("mediaType", LONGEST_TEXT),
                    fields.content("content", LARGEST_DOCUMENT),
                    fields.optionalText("sha256", DIGITS_OF_SHA256));
        }
    }
}
