package vn.minhbach.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Visit;

/** From what is wrong on a page, whoever may put it right comes to the form by one link. */
class AcceptPageTest {

    private static AcceptPage opened(Permission... permissions) {
        var page = new AcceptPage();
        page.service = new QualityService() {
            @Override
            public Optional<QualityRow> row(long id) {
                return Optional.of(new QualityRow(id, "1.001234", "Cấp thẻ", Fault.BULLETS, "- a", "- a", 0));
            }
        };
        page.visit = new Visit() {
            @Override
            public String parameter(String name) {
                return name.equals(AcceptPage.FINDING) ? "7" : "";
            }
        };
        page.actors = () -> new Actor(
                "lan",
                Arrays.stream(permissions)
                        .map(one -> new Actor.Grant(one, ""))
                        .collect(Collectors.toUnmodifiableSet()));
        page.load();
        return page;
    }

    @Test
    void whoMayWriteProceduresIsLedToTheForm() {
        assertThat(opened(Permission.KEEP_QUALITY, Permission.WRITE_PROCEDURES).getForm())
                .isEqualTo("/quan-tri/thu-tuc/soan?ma=1001234");
        assertThat(opened(Permission.KEEP_QUALITY).getForm()).isEmpty();
    }
}
