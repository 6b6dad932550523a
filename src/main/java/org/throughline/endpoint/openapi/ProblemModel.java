package org.throughline.endpoint.openapi;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import javax.xml.namespace.QName;
import org.springframework.stereotype.Component;
import org.throughline.endpoint.contract.ComplexType;
import org.throughline.endpoint.contract.Contract;
import org.throughline.endpoint.fault.Problem;

/** How a failure looks in REST: the members of RFC 9457 and those of the contract's fault detail. */
@Component
class ProblemModel {

    static final String NAME = "Problem";

    private static final QName FAULT_DETAIL = new QName("urn:throughline:common:v1", "FaultDetail");

    private final ContractModels models;
    private final ComplexType detail;

    ProblemModel(Contract contract, ContractModels models) {
        this.models = models;
        this.detail = contract.complexType(FAULT_DETAIL);
    }

    static Schema<?> reference() {
        return new Schema<>().$ref("#/components/schemas/" + NAME);
    }

    static ApiResponse response() {
        return new ApiResponse()
                .description(
                        "A failure. The status tells its kind: 400 the request is wrong, 404 a record is not there, "
                                + "409 it contradicts the present state, 422 a business rule says no, 501 the ERP cannot do it, "
                                + "503 not now, 500 a defect. Decide by the code.")
                .content(new Content().addMediaType(Problem.CONTENT_TYPE, new MediaType().schema(reference())));
    }

    Schema<?> model() {
        Schema<Object> model = new Schema<>();
        model.type("object").description(detail.documentation() + " As in RFC 9457.");
        model.addProperty("type", text("Names the code as a URN."));
        model.addProperty("title", text("What the code means; the same text for each occurrence."));
        model.addProperty("status", new Schema<>().type("integer").description("The HTTP status."));
        model.addProperty("detail", text("What is wrong here, for people, in English."));
        detail.children().stream()
                .filter(child -> !child.localName().equals("message")
                        && !child.localName().equals("extension"))
                .forEach(child -> model.addProperty(child.localName(), models.property(child)));
        return model;
    }

    private static Schema<?> text(String description) {
        return new Schema<>().type("string").description(description);
    }
}
