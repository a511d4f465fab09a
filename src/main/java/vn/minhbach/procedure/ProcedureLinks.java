package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.links.LinkSource;
import vn.minhbach.links.Linking;

/** Where public procedures lead: to their forms, and to their page in the national portal. */
@ApplicationScoped
public class ProcedureLinks implements LinkSource {

    @Inject
    ProcedureRepository procedures;

    @Override
    public String kind() {
        return ProcedureService.KIND;
    }

    @Override
    public @Nullable Set<String> seen(Actor somebody) {
        return LinkSource.everywhere(somebody, Permission.WRITE_PROCEDURES);
    }

    @Override
    public List<Linking> after(long number, int size) {
        return procedures.after(number, size).stream()
                .map(procedure -> new Linking(
                        procedure.getId(),
                        "",
                        procedure.getTitle(),
                        procedure.getPath(),
                        ProcedureEditPage.path(procedure.getCode()),
                        addresses(procedure)))
                .toList();
    }

    private static List<String> addresses(Procedure procedure) {
        return Stream.concat(
                        Stream.of(procedure.getNationalUrl()),
                        procedure.getContent().cases().stream()
                                .flatMap(one -> one.papers().stream())
                                .map(Paper::formUrl))
                .toList();
    }
}
