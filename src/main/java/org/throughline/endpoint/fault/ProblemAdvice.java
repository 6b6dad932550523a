package org.throughline.endpoint.fault;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers with a problem whatever a REST call throws. */
@RestControllerAdvice
class ProblemAdvice {

    @ExceptionHandler
    ResponseEntity<Problem> problem(Exception failure) {
        Problem problem = Problem.of(FaultTranslator.translate(failure));
        return ResponseEntity.status(problem.status())
                .headers(headers -> problem.headers().forEach(headers::set))
                .contentType(MediaType.valueOf(Problem.CONTENT_TYPE))
                .body(problem);
    }
}
