import { useDepartmentName } from '../../app/names.ts';
import styles from './lanes.module.css';

/** The departments at the left of their lanes, in the same column for every picture of these lanes. */
export function LaneLabels({ lanes }: { readonly lanes: readonly { readonly department: string; readonly height: number }[] }) {
  const departmentName = useDepartmentName();
  return (
    <ul className={styles['labels']} translate="no">
      {lanes.map(({ department, height }) => (
        <li key={department} style={{ height }}>
          {departmentName(department)}
        </li>
      ))}
    </ul>
  );
}
