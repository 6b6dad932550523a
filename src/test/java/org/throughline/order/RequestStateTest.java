package org.throughline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.order.RequestState.CONFIRMED;
import static org.throughline.order.RequestState.HELD;
import static org.throughline.order.RequestState.RECEIVED;
import static org.throughline.order.RequestState.REFUSED;
import static org.throughline.order.RequestState.SUBMITTING;
import static org.throughline.order.RequestState.UNKNOWN;

import org.junit.jupiter.api.Test;

class RequestStateTest {

    @Test
    void nothingIsDoneBeforeItIsSaidThatTheErpIsBeingAsked() {
        assertThat(RECEIVED.next()).doesNotContain(CONFIRMED, HELD, UNKNOWN);
        assertThat(CONFIRMED.previous()).containsExactlyInAnyOrder(SUBMITTING, UNKNOWN);
        assertThat(HELD.previous()).isEqualTo(CONFIRMED.previous());
    }

    @Test
    void doubtIsNotForgotten() {
        assertThat(UNKNOWN.next()).doesNotContain(RECEIVED);
        assertThat(UNKNOWN.next()).containsExactlyInAnyOrder(SUBMITTING, CONFIRMED, HELD, REFUSED, UNKNOWN);
    }

    @Test
    void onlyAnErpThatSaysThatItHasNotDoneItLetsARequestWaitAsIfNothingHadHappened() {
        assertThat(RECEIVED.previous()).containsExactlyInAnyOrder(RECEIVED, SUBMITTING);
    }

    @Test
    void outcomesStayAsTheyAre() {
        assertThat(RequestState.values())
                .filteredOn(RequestState::isFinal)
                .containsExactly(CONFIRMED, HELD, REFUSED)
                .allMatch(state -> state.next().isEmpty());
    }

    @Test
    void everyStateButTheFirstIsReachedAndEveryOneButOutcomesIsLeft() {
        assertThat(RequestState.values())
                .allSatisfy(state -> assertThat(state.previous()).isNotEmpty());
        assertThat(RequestState.values())
                .filteredOn(state -> !state.isFinal())
                .allSatisfy(state -> assertThat(state.next()).contains(REFUSED));
    }
}
