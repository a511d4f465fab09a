package vn.minhbach.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Doors;
import vn.minhbach.web.Visit;

/** What is typed is seen as it would be; what may not be kept by now is told above the form, where everything that was typed stands. */
class RowPreviewServletTest {

    private final RowDrafts drafts = new RowDrafts();
    private final Pending pending = new Pending(new Doors() {
        @Override
        public String written(String place) {
            return place;
        }
    });
    private final List<RowDrafts.Draft> seen = new ArrayList<>();
    private @Nullable RuntimeException refusal;
    private String backShown = "";
    private @Nullable String led;

    private void look(String number) throws Exception {
        var visit = new Visit() {
            @Override
            public String parameter(String name) {
                return name.equals(RowDrafts.DRAFT) ? number : "";
            }

            @Override
            public String url(String place) {
                return "/cong" + place;
            }
        };
        var servlet = new RowPreviewServlet() {
            @Override
            protected String form(RowDrafts.Draft draft) {
                return form(draft, "section", "/quan-tri/chuyen-muc/soan");
            }

            @Override
            protected void show(RowDrafts.Draft draft, HttpServletResponse response) {
                backShown = visit.getDraftBack();
                var why = refusal;
                if (why != null) {
                    throw why;
                }
                seen.add(draft);
            }
        };
        servlet.drafts = drafts;
        servlet.pending = pending;
        servlet.visit = visit;
        var request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, asked) -> null);
        var response = (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, asked) -> {
                    if (method.getName().equals("sendRedirect")) {
                        led = (String) asked[0];
                    }
                    return null;
                });
        servlet.doGet(request, response);
    }

    private String keep(String kind, long row) {
        return String.valueOf(drafts.keep(new RowDrafts.Draft(kind, row, 3, Map.of("name", "Tin tức"))));
    }

    @Test
    void aDraftIsSeenAndLeadsBackToItsForm() throws Exception {
        look(keep("section", 0));
        assertThat(seen).hasSize(1);
        assertThat(led).isNull();
        assertThat(backShown).isEqualTo("/cong/quan-tri/chuyen-muc/soan?nhap=1");

        look(keep("section", 7));
        assertThat(backShown).isEqualTo("/cong/quan-tri/chuyen-muc/soan?ma=7&nhap=2");
    }

    @Test
    void whatIsForbiddenByNowIsToldAboveTheFormAndNothingIsLost() throws Exception {
        refusal = new RuleBrokenException("row.error.double", "name");
        var number = keep("section", 7);

        look(number);

        var form = "/quan-tri/chuyen-muc/soan?ma=7&nhap=" + number;
        assertThat(led).isEqualTo("/cong" + form);
        assertThat(pending.take(form)).singleElement().satisfies(note -> {
            assertThat(note.tone()).isEqualTo(Note.Tone.BAD);
            assertThat(note.text()).isNotBlank().doesNotContain("row.error");
        });
        assertThat(drafts.find("section", number))
                .hasValueSatisfying(draft -> assertThat(draft.typed()).containsEntry("name", "Tin tức"));
    }

    @Test
    void whatIsOfAnotherKindOrUnknownIsNotThere() {
        assertThatThrownBy(() -> look(keep("unit", 0))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> look("99")).isInstanceOf(NotFoundException.class);
        assertThat(seen).isEmpty();
        assertThat(led).isNull();
    }
}
