package org.throughline.endpoint.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.ctc.wstx.exc.WstxUnexpectedCharException;
import com.ctc.wstx.io.WstxInputLocation;
import java.sql.SQLException;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.interceptor.Fault;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

class FaultTranslatorTest {

    @Test
    void a_fault_of_ours_is_found_in_whatever_it_is_wrapped() {
        ServiceFault fault = new ServiceFault(ErrorCode.ITEM_NOT_FOUND.at("line[0].item"));

        assertThat(FaultTranslator.translate(new Fault(new XMLStreamException("x", new RuntimeException(fault)))))
                .isSameAs(fault);
    }

    @Test
    void what_nobody_foresaw_is_an_internal_error_that_tells_nothing() {
        ServiceFault fault = FaultTranslator.translate(new NullPointerException("secret"));

        assertThat(fault.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(fault.violations().get(0).message()).isEqualTo(ErrorCode.INTERNAL_ERROR.meaning());
    }

    @Test
    void a_database_that_is_away_is_unavailable() {
        assertThat(code(new CannotGetJdbcConnectionException("x", new SQLException("y"))))
                .isEqualTo(ErrorCode.ERP_UNAVAILABLE);
        assertThat(code(new CannotCreateTransactionException("x"))).isEqualTo(ErrorCode.ERP_UNAVAILABLE);
        assertThat(code(new CannotAcquireLockException("x"))).isEqualTo(ErrorCode.SERVICE_BUSY);
    }

    @Test
    void what_spring_refuses_keeps_its_meaning() {
        assertThat(code(new HttpRequestMethodNotSupportedException("PUT"))).isEqualTo(ErrorCode.METHOD_NOT_ALLOWED);
    }

    @Test
    void xml_that_exceeds_a_limit_is_too_large_and_other_xml_malformed() {
        assertThat(code(new XMLStreamException("limit"))).isEqualTo(ErrorCode.MESSAGE_TOO_LARGE);
        assertThat(code(new WstxUnexpectedCharException("x", WstxInputLocation.getEmptyLocation(), 'x')))
                .isEqualTo(ErrorCode.MALFORMED_MESSAGE);
    }

    private static ErrorCode code(Exception failure) {
        return FaultTranslator.translate(failure).code();
    }
}
