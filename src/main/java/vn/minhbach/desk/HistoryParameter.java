package vn.minhbach.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import vn.minhbach.web.DoorParameters;
import vn.minhbach.web.Doors;

/** Whatever screen of the back office shows a history can be asked for older lines of it. */
@ApplicationScoped
public class HistoryParameter implements DoorParameters {

    @Override
    public boolean isOf(String path, Doors.Kind kind) {
        return kind == Doors.Kind.DESK;
    }

    @Override
    public Collection<String> names() {
        return List.of(HistoryPlace.BEHIND);
    }
}
