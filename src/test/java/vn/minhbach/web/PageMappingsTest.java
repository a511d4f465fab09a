package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Permission;

/** Which addresses the server is told of, so that it does not look for folders. */
class PageMappingsTest {

    @Test
    void whatStandsFastInTheAddressesOfPagesIsTold() {
        assertThat(PageMappings.patterns(List.of(
                        page("/"),
                        page("/tim-kiem"),
                        page("/bai-viet/{slug}"),
                        page("/thu-tuc/{code}/truong-hop/{case}"),
                        page("/{anything}"))))
                .containsExactly(
                        "/bai-viet/*",
                        "/en",
                        "/en/bai-viet/*",
                        "/en/thu-tuc/*",
                        "/en/tim-kiem",
                        "/thu-tuc/*",
                        "/tim-kiem");
    }

    @Test
    void theBackOfficeAndServletsKeepTheirs() {
        assertThat(PageMappings.patterns(
                        List.of(door("/quan-tri/tin", Doors.Kind.DESK), door("/tep/{file*}", Doors.Kind.SERVLET))))
                .containsExactly("/en");
    }

    private static Doors.Entry page(String path) {
        return door(path, Doors.Kind.PAGE);
    }

    private static Doors.Entry door(String path, Doors.Kind kind) {
        return new Doors.Entry(
                path,
                Set.of(Method.GET),
                Set.of(),
                Permission.READ_PUBLIC,
                true,
                false,
                false,
                0,
                "",
                kind,
                kind != Doors.Kind.SERVLET);
    }
}
