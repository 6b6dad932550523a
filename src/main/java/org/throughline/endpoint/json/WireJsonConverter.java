package org.throughline.endpoint.json;

import java.io.IOException;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.throughline.endpoint.common.v1.WireJson;
import org.throughline.endpoint.fault.Problem;

/** Reads and writes the bodies of REST calls. */
@Component
class WireJsonConverter extends AbstractHttpMessageConverter<Object> {

    private static final String WIRE = "org.throughline.wire.";

    private final JsonRequests requests;

    WireJsonConverter(JsonRequests requests) {
        super(MediaType.APPLICATION_JSON, MediaType.valueOf(Problem.CONTENT_TYPE));
        this.requests = requests;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Problem.class || type.getName().startsWith(WIRE);
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        return requests.read(message.getBody(), type);
    }

    @Override
    protected void writeInternal(Object value, HttpOutputMessage message) throws IOException {
        byte[] json = WireJson.write(value);
        message.getHeaders().setContentLength(json.length);
        message.getBody().write(json);
    }
}
