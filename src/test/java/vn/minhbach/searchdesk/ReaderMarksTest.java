package vn.minhbach.searchdesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Three readers are three networks: nobody becomes three by other browsers or other addresses of their own. */
class ReaderMarksTest {

    @Test
    void addressesAndNetworksOfOneSiteAreOneReader() {
        assertThat(ReaderMarks.network("2001:db8:1:2::1")).isEqualTo(ReaderMarks.network("2001:db8:1:2:ffff::9"));
        assertThat(ReaderMarks.network("2001:db8:1:2::1")).isEqualTo(ReaderMarks.network("2001:db8:1:3::1"));
        assertThat(ReaderMarks.network("2001:db8:1:2::1")).isNotEqualTo(ReaderMarks.network("2001:db8:2:2::1"));
        assertThat(ReaderMarks.network("203.0.113.1")).isNotEqualTo(ReaderMarks.network("203.0.113.2"));
    }
}
