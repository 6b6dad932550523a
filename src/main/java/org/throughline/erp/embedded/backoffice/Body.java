package org.throughline.erp.embedded.backoffice;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was posted. A method of a resource takes it as a parameter and reads it: {@code body.as(Decision::of)}.
 *
 * @param root what the JSON holds
 */
record Body(JsonNode root) {

    /** A document of 10 MB in base 64. */
    private static final int LONGEST_TEXT = 14_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(200)
                            .maxNumberLength(100)
                            .maxTokenCount(200_000)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws ServiceFault MALFORMED_MESSAGE, MESSAGE_TOO_LARGE */
    static Body read(InputStream json) throws IOException {
        try {
            JsonNode root = JSON.readTree(json);
            if (root.isMissingNode()) {
                throw new ServiceFault(ErrorCode.MALFORMED_MESSAGE.at("", "The body is empty."));
            }
            return new Body(root);
        } catch (StreamConstraintsException e) {
            throw new ServiceFault(ErrorCode.MESSAGE_TOO_LARGE.at(""), e);
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new ServiceFault(ErrorCode.MALFORMED_MESSAGE.at(""), e);
        }
    }

    /**
     * @param reader asks the fields for each value that it knows
     * @throws ServiceFault with everything that is wrong with the fields, those that the reader did not ask for included
     */
    <T> T as(Function<Fields, T> reader) {
        Violations violations = new Violations();
        T value = Fields.read(root, "", violations, reader);
        violations.throwIfAny();
        return value;
    }
}
